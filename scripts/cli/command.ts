import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Chain, openChain } from "../chain/openChain.ts";
import type { Output } from "./Output.ts";
import { printOutput } from "./printOutput.ts";

export interface CommonArguments {
  readonly json: boolean;
}

/** The action of a task on a chain: opens it and runs the command. */
export function command<Arguments extends CommonArguments>(
  run: (chain: Chain, taskArguments: Arguments, hre: HardhatRuntimeEnvironment) => Promise<Output>,
) {
  return (taskArguments: Arguments, hre: HardhatRuntimeEnvironment): Promise<void> =>
    printOutput(taskArguments.json, hre, async () => {
      const connection = await hre.network.getOrCreate();
      return run(await openChain(connection), taskArguments, hre);
    });
}
