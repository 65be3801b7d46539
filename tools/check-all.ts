import { runSteps } from "./checks/runSteps.ts";
import { STEPS } from "./checks/steps.ts";

// `npm test`.

if (!(await runSteps(STEPS))) process.exitCode = 1;
