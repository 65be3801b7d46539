import { readFile } from "node:fs/promises";
import type { TestCountReport } from "./recordSolidityTestSummary.ts";
import type { Step } from "./steps.ts";

export interface TestCounts {
  readonly passed: number;
  /** Includes the skipped: a test that did not run has shown nothing. */
  readonly failed: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Reads the counts a runner wrote. Undefined where it stopped before it wrote any. */
export async function readTestCounts(
  runner: NonNullable<Step["runner"]>,
  report: string,
): Promise<TestCounts | undefined> {
  const text = await readFile(report, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  if (runner === "hardhat") {
    const { passed, failed, skipped } = JSON.parse(text) as TestCountReport;
    return { passed, failed: failed + skipped };
  }
  const { expected, unexpected, flaky, skipped } = (JSON.parse(text) as PlaywrightReport).stats;
  return { passed: expected, failed: unexpected + flaky + skipped };
}
