import { findByName } from "./checks/findByName.ts";
import { runSteps } from "./checks/runSteps.ts";
import { OTHER_STEPS, STEPS } from "./checks/steps.ts";

// `npm run check -- types lint`: these steps of `npm test` alone. Without a name, lists them.

const names = process.argv.slice(2);
if (names.length === 0) {
  console.log(
    `npm run check -- <name…>\n\n${list(STEPS)}\n\nNot in npm test:\n${list(OTHER_STEPS)}`,
  );
} else {
  const steps = names.map((name) => findByName([...STEPS, ...OTHER_STEPS], name, "step"));
  if (!(await runSteps(steps))) process.exitCode = 1;
}

function list(steps: typeof STEPS): string {
  return steps.map(({ name, does }) => `  ${name.padEnd(16)}${does}`).join("\n");
}
