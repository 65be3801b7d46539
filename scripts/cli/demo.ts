import hre from "hardhat";
import { explainFailure } from "../chain/explainFailure.ts";
import { createProgress } from "../Progress.ts";
import { describeDemo } from "./demo/describeDemo.ts";
import { startDemo } from "./demo/startDemo.ts";
import { stopSignal } from "./stopSignal.ts";

// `npm start`: a chain, three programs and an equity plan, what happened to them until now, and the site that shows them, until Ctrl-C.

// All of it lives in this process, and what it wrote is removed at its exit.
stopSignal().addEventListener("abort", () => {
  // A bar ends its line first.
  process.once("exit", () =>
    console.error("\nStopped, with all that was on it. npm start begins anew."),
  );
  process.exit(0);
});
try {
  const demo = await startDemo(hre, createProgress());
  // Since the process began.
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(await describeDemo(demo));
  console.log(`\nReady after ${seconds} s. Ctrl-C stops all of it.`);
} catch (error) {
  console.error(explainFailure(error, "localhost"));
  process.exit(1);
}
