import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Chain, openChain } from "../chain/openChain.ts";
import { explainFailure } from "./explainFailure.ts";
import type { Output } from "./Output.ts";
import { withQuietOutput } from "./withQuietOutput.ts";

interface CommonArguments {
  readonly json: boolean;
}

/**
 * The action of a task: opens the chain, runs the command, prints its one document or its text, and turns whatever goes
 * wrong into one paragraph on standard error and the exit code 1.
 */
export function command<Arguments extends CommonArguments>(
  run: (chain: Chain, taskArguments: Arguments, hre: HardhatRuntimeEnvironment) => Promise<Output>,
) {
  return async (taskArguments: Arguments, hre: HardhatRuntimeEnvironment): Promise<void> => {
    try {
      const output = await withQuietOutput(async () => {
        const connection = await hre.network.getOrCreate();
        return run(await openChain(connection), taskArguments, hre);
      });
      process.stdout.write(
        taskArguments.json ? `${JSON.stringify(output.json)}\n` : `${output.text}\n`,
      );
      if (output.failed === true) process.exitCode = 1;
    } catch (error) {
      process.stderr.write(`${explainFailure(error, hre.globalOptions.network)}\n`);
      process.exitCode = 1;
    }
  };
}
