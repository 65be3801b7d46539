import { runStep, type StepResult } from "./runStep.ts";
import type { Step } from "./steps.ts";

/**
 * Runs every step, those after a failed one included, then prints a summary whose last line is "N passed, N failed". It counts
 * the tests of all runners, and a failure for each failed step that has no failed test of its own to count.
 * @returns Whether nothing failed.
 */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  const results: StepResult[] = [];
  for (const [index, step] of steps.entries()) {
    console.log(`\n── ${index + 1}/${steps.length} ${step.name} – ${step.does}: ${step.command}`);
    const result = await runStep(step);
    results.push(result);
    console.log(toLine(result));
    if (step.gate && !result.succeeded) {
      results.push(...steps.slice(index + 1).map(notRun));
      break;
    }
  }

  const passed = sum(results.map(({ tests }) => tests?.passed ?? 0));
  const failed = sum(results.map(countFailures));
  const leftOut = results.flatMap((result) => result.leftOut.map((text) => `left out: ${text}\n`));
  console.log(`\n── Summary\n${results.map(toLine).join("\n")}\n`);
  console.log(`${leftOut.join("")}${passed} passed, ${failed} failed`);
  return failed === 0;
}

function countFailures({ succeeded, tests }: StepResult): number {
  return succeeded ? 0 : Math.max(1, tests?.failed ?? 0);
}

function notRun(step: Step): StepResult {
  const name = `${step.name} (not run)`;
  return { step: { ...step, name }, succeeded: false, seconds: 0, tests: undefined, leftOut: [] };
}

function toLine({ step: { name, does }, succeeded, seconds, tests }: StepResult): string {
  const counts = tests === undefined ? "" : `, ${tests.passed} passed, ${tests.failed} failed`;
  return `${succeeded ? "✓" : "✗"} ${name} – ${does}${counts} (${seconds.toFixed(1)} s)`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
