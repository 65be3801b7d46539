import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { explainFailure } from "../chain/explainFailure.ts";
import type { Output } from "./Output.ts";
import { hasSent } from "./sent/hasSent.ts";
import { withQuietOutput } from "./withQuietOutput.ts";

/**
 * Runs a command, prints its one document or its text, and turns whatever goes wrong into one paragraph
 * on standard error and the exit code 1; a command that could have sent something says so where it has not.
 */
export async function printOutput(
  { json, ...options }: { readonly json: boolean },
  hre: HardhatRuntimeEnvironment,
  run: () => Promise<Output>,
): Promise<void> {
  // Every command that signs can be told with which account.
  const maySend = Object.hasOwn(options, "from");
  try {
    const output = await withQuietOutput(run);
    process.stdout.write(json ? `${JSON.stringify(output.json)}\n` : `${output.text}\n`);
    if (output.failed === true) process.exitCode = 1;
  } catch (error) {
    const why = explainFailure(error, hre.globalOptions.network);
    process.stderr.write(`${maySend ? addUnsent(why) : why}\n`);
    process.exitCode = 1;
  }
}

function addUnsent(why: string): string {
  if (hasSent() || /nothing was sent/i.test(why)) return why;
  // A list of mistakes has a line for each.
  return `${why}${why.includes("\n") ? "\n" : " "}Nothing was sent.`;
}
