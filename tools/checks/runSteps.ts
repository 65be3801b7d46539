import { runStep, type StepResult } from "./runStep.ts";
import type { Step } from "./steps.ts";

/**
 * Runs every step, those after a failed one included, then prints a summary whose last line is "N passed, N failed". It counts
 * the tests of all runners, and a failure for each failed step that has no failed test of its own to count.
 * @returns Whether nothing failed.
 */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  const results: StepResult[] = [];
  for (const [step, ...beside] of groupsOf(steps)) {
    if (results.some((result) => result.step.gate && !result.succeeded)) {
      results.push(...[step, ...beside].map(notRun));
      continue;
    }
    console.log(`\n${toTitle(step)}`);
    const others = runInTurn(beside);
    const result = await runStep(step);
    results.push(result);
    console.log(toLine(result));
    for (const other of await others) {
      results.push(other.result);
      console.log(`\n${toTitle(other.result.step)}\n${other.output}${toLine(other.result)}`);
    }
  }

  const passed = sum(results.map(({ tests }) => tests?.passed ?? 0));
  const failed = sum(results.map(countFailures));
  const leftOut = results.flatMap((result) => result.leftOut.map((text) => `left out: ${text}\n`));
  console.log(`\n── Summary\n${results.map(toLine).join("\n")}\n`);
  console.log(`${leftOut.join("")}${passed} passed, ${failed} failed`);
  return failed === 0;
}

/** Each step with those that run beside it. */
function groupsOf(steps: readonly Step[]): [Step, ...Step[]][] {
  const groups: [Step, ...Step[]][] = [];
  for (const step of steps) {
    const group = groups.at(-1);
    if (step.beside && group !== undefined) group.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** One after the other. What they print is kept: it would be mixed with that of the step they run beside. */
async function runInTurn(steps: readonly Step[]) {
  const done: { result: StepResult; output: string }[] = [];
  for (const step of steps) {
    let output = "";
    const result = await runStep(step, (text) => {
      output += text;
    });
    done.push({ result, output });
  }
  return done;
}

function toTitle({ name, does, command }: Step): string {
  return `── ${name} – ${does}: ${command}`;
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
