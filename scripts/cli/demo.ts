import hre from "hardhat";
import { explainFailure } from "../chain/explainFailure.ts";
import { createProgress } from "../Progress.ts";
import { describeDemo } from "./demo/describeDemo.ts";
import { startDemo } from "./demo/startDemo.ts";
import { untilStopped } from "./untilStopped.ts";

// `npm start`: a chain, two programs, their sales, and the site that shows them, until Ctrl-C.

try {
  const demo = await startDemo(hre, createProgress());
  // Since the process began.
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(await describeDemo(demo));
  console.log(`\nReady after ${seconds} s. Ctrl-C stops all of it.`);
  await untilStopped();
  // A browser may keep its connections open: do not wait for it.
  setTimeout(() => process.exit(0), 1_000).unref();
  await demo.close();
  process.exit(0);
} catch (error) {
  console.error(explainFailure(error, "localhost"));
  process.exit(1);
}
