import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { CommonArguments } from "./command.ts";
import type { Output } from "./Output.ts";
import { printOutput } from "./printOutput.ts";

/** The action of a task that needs no chain. */
export function chainlessCommand<Arguments extends CommonArguments>(
  run: (taskArguments: Arguments, hre: HardhatRuntimeEnvironment) => Promise<Output>,
) {
  return (taskArguments: Arguments, hre: HardhatRuntimeEnvironment): Promise<void> =>
    printOutput(taskArguments.json, hre, () => run(taskArguments, hre));
}
