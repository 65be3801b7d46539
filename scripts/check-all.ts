import { runStep, type StepResult } from "./checks/runStep.ts";
import { type Step, steps } from "./checks/steps.ts";

// `npm test`: every step, a failed one included, then a summary whose last line is
// "N passed, N failed". It counts the tests of all runners, and a failure for each failed step
// that has no failed test of its own to count.

const results: StepResult[] = [];
for (const [index, step] of steps.entries()) {
  if (step.beside) continue;
  const next = steps.findIndex((other, i) => i > index && !other.beside);
  const end = next === -1 ? steps.length : next;

  console.log(`\n${toTitle(step)}`);
  const others = runInTurn(steps.slice(index + 1, end));
  const result = await runStep(step, "shown");
  results.push(result);
  console.log(toLine(result));
  for (const { title, result } of await others) {
    results.push(result);
    console.log(`\n${title}\n${result.output}${toLine(result)}`);
  }
  if (step.gate && !result.succeeded) {
    results.push(...steps.slice(end).map(({ name }) => notRun(name)));
    break;
  }
}

const passed = sum(results.map(({ tests }) => tests?.passed ?? 0));
const failed = sum(results.map(countFailures));

console.log(
  `\n── Summary\n${results.map(toLine).join("\n")}\n\n${passed} passed, ${failed} failed`,
);
process.exitCode = failed === 0 ? 0 : 1;

/** One after the other; what they print would be mixed with that of the step they run beside. */
async function runInTurn(these: readonly Step[]) {
  const done: { title: string; result: StepResult }[] = [];
  for (const step of these) {
    done.push({ title: toTitle(step), result: await runStep(step, "kept") });
  }
  return done;
}

function toTitle(step: Step): string {
  return `── ${steps.indexOf(step) + 1}/${steps.length} ${step.name}: ${step.command}`;
}

function countFailures({ succeeded, tests }: StepResult): number {
  return succeeded ? 0 : Math.max(1, tests?.failed ?? 0);
}

function notRun(name: string): StepResult {
  return { name: `${name} (not run)`, succeeded: false, seconds: 0, tests: undefined, output: "" };
}

function toLine({ name, succeeded, seconds, tests }: StepResult): string {
  const counts = tests === undefined ? "" : ` – ${tests.passed} passed, ${tests.failed} failed`;
  return `${succeeded ? "✓" : "✗"} ${name}${counts} (${seconds.toFixed(1)} s)`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
