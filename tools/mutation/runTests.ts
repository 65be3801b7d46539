import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ForgeRun, runForge } from "./runForge.ts";

export interface TestRun {
  /** The workspace. */
  readonly folder: string;
  /** The mutant that is on; 0 for none. */
  readonly number: number;
  readonly args: readonly string[];
  /** After which the run is ended. */
  readonly seconds?: number;
}

/** Runs Solidity tests with one mutant switched on. */
export async function runTests({ folder, number, args, seconds }: TestRun): Promise<ForgeRun> {
  // What failed for one mutant must not be tried first for the next: each mutant's verdict is its own.
  const state = join(folder, "runs", `${number}`);
  await mkdir(state, { recursive: true });
  const run = await runForge(["test", "--threads", "1", ...args], {
    folder,
    ...(seconds === undefined ? {} : { seconds }),
    environment: {
      FOUNDRY_BLOCK_COINBASE: `0x${number.toString(16).padStart(40, "0")}`,
      FOUNDRY_TEST_FAILURES_FILE: join(state, "failures"),
      FOUNDRY_FUZZ_FAILURE_PERSIST_DIR: join(state, "fuzz"),
      FOUNDRY_INVARIANT_FAILURE_PERSIST_DIR: join(state, "invariant"),
      FOUNDRY_SNAPSHOTS: join(state, "snapshots"),
    },
  });
  await rm(state, { recursive: true, force: true });
  return run;
}
