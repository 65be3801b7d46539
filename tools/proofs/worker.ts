import { parentPort, workerData } from "node:worker_threads";
import { type Harness, proveHarness } from "./proveHarness.ts";

// One harness in a thread of its own: the prover keeps a core busy until it is done.
parentPort?.postMessage(proveHarness(workerData as Harness));
