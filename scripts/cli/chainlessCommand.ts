import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { CommandOptions } from "./CommandOptions.ts";
import type { Output } from "./Output.ts";
import { printOutput } from "./printOutput.ts";

/** The action of a task that needs no chain. */
export function chainlessCommand<Text extends string, Flag extends string = never>(
  run: (options: CommandOptions<Text, Flag>, hre: HardhatRuntimeEnvironment) => Promise<Output>,
) {
  return (options: CommandOptions<Text, Flag>, hre: HardhatRuntimeEnvironment): Promise<void> =>
    printOutput(options, hre, () => run(options, hre));
}
