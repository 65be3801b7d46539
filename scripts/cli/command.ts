import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Chain, openChain } from "../chain/openChain.ts";
import type { CommandOptions } from "./CommandOptions.ts";
import type { Output } from "./Output.ts";
import { printOutput } from "./printOutput.ts";
import { runDry } from "./runDry.ts";

/** The action of a task on a chain: opens it and runs the command with the options that are named. */
export function command<Text extends string, Flag extends string = never>(
  run: (
    chain: Chain,
    options: CommandOptions<Text, Flag>,
    hre: HardhatRuntimeEnvironment,
  ) => Promise<Output>,
) {
  return (options: CommandOptions<Text, Flag>, hre: HardhatRuntimeEnvironment): Promise<void> =>
    printOutput(options, hre, async () => {
      if (options.dryRun === true) {
        return runDry(hre, (chain) => run(chain, options, hre));
      }
      const connection = await hre.network.getOrCreate();
      return run(await openChain(connection), options, hre);
    });
}
