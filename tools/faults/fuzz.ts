import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { runCommand } from "../checks/runCommand.ts";
import type { Fault } from "./Fault.ts";

/** How a run of the fuzz against the contract ended. */
export interface Found {
  readonly passes: boolean;
  /** The assertion that failed first. */
  readonly assertion: string;
  /** How many sales and programs were compared until then. */
  readonly after: string;
}

/** Runs the fuzz against the contract with a fault in the spec, or with none. */
export async function fuzz(
  fault: Fault | undefined,
  { cases, seed }: { readonly cases: string; readonly seed: string },
): Promise<Found> {
  const hook = pathToFileURL(resolve("tools/faults/putFault.ts"));
  const environment = {
    ...{ FUZZ_CASES: cases, FUZZ_SEED: seed, FUZZ_SHRINK: "no" },
    ...(fault && { FAULT: fault.rule, NODE_OPTIONS: `--import ${hook}` }),
  };
  let output = "";
  const status = await runCommand(
    "hardhat test mocha test/spec/differential.test.ts",
    environment,
    (text) => {
      output += text;
    },
  );
  const [, after = ""] = /Found with (.+)\./.exec(output) ?? [];
  const [, assertion = ""] = /Difference: (.+)/.exec(output) ?? [];
  if (status !== 0 && assertion === "") throw new Error(`The fuzz did not run:\n${output}`);
  return { passes: status === 0, assertion, after };
}
