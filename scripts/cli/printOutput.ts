import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { explainFailure } from "../chain/explainFailure.ts";
import type { Output } from "./Output.ts";
import { withQuietOutput } from "./withQuietOutput.ts";

/**
 * Runs a command, prints its one document or its text, and turns whatever goes wrong into one paragraph
 * on standard error and the exit code 1.
 */
export async function printOutput(
  json: boolean,
  hre: HardhatRuntimeEnvironment,
  run: () => Promise<Output>,
): Promise<void> {
  try {
    const output = await withQuietOutput(run);
    process.stdout.write(json ? `${JSON.stringify(output.json)}\n` : `${output.text}\n`);
    if (output.failed === true) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${explainFailure(error, hre.globalOptions.network)}\n`);
    process.exitCode = 1;
  }
}
