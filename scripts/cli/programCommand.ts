import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { openNamedProgram } from "../chain/openNamedProgram.ts";
import type { Program } from "../chain/openProgram.ts";
import type { CommandOptions } from "./CommandOptions.ts";
import { command } from "./command.ts";
import type { Output } from "./Output.ts";

/** The action of a task on a program: opens it first. Its document begins with the program's address. */
export function programCommand<Text extends string = never, Flag extends string = never>(
  run: (
    program: Program,
    options: CommandOptions<Text | "program", Flag>,
    hre: HardhatRuntimeEnvironment,
  ) => Promise<Output>,
) {
  return command<Text | "program", Flag>(async (chain, options, hre) => {
    const program = await openNamedProgram(chain, options);
    const { json, ...rest } = await run(program, options, hre);
    return { json: { program: program.address, ...json }, ...rest };
  });
}
