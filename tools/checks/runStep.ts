import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLeftOut } from "./readLeftOut.ts";
import { readTestCounts, type TestCounts } from "./readTestCounts.ts";
import { runCommand } from "./runCommand.ts";
import type { Step } from "./steps.ts";

export interface StepResult {
  readonly step: Step;
  readonly succeeded: boolean;
  readonly seconds: number;
  /** What its runner counted; undefined for a step that is a single check. */
  readonly tests: TestCounts | undefined;
  /** What later steps do without, and why. */
  readonly leftOut: readonly string[];
}

/**
 * Runs a step.
 * @param write Takes what it prints; without it that is shown as it comes.
 */
export async function runStep(step: Step, write?: (text: string) => void): Promise<StepResult> {
  const { runner, command } = step;
  const folder = await mkdtemp(join(tmpdir(), "tributary-check-"));
  const report = join(folder, "report.json");
  const started = performance.now();
  try {
    // A step that counts nothing may start a runner of its own, whose counts are not the step's.
    const environment: Record<string, string> =
      runner === undefined
        ? { LEFT_OUT_FILE: report }
        : { TEST_SUMMARY_FILE: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const status = await runCommand(command, environment, write);
    const tests = runner && (await readTestCounts(runner, report));
    return {
      step,
      succeeded: status === 0 && (runner === undefined || allPassed(tests)),
      seconds: (performance.now() - started) / 1000,
      tests,
      leftOut: runner === undefined ? await readLeftOut(report) : [],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A runner that found no test at all has shown nothing. */
function allPassed(counted: TestCounts | undefined): boolean {
  return counted !== undefined && counted.failed === 0 && counted.passed > 0;
}
