import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Harness, ProofResult } from "./proofs/proveHarness.ts";

// `npm run check -- proofs`: proves the lemmas of test/proofs about the accounting core, for all arguments, with
// the SMTChecker of the compiler itself. Fails where one is not proved, or where a false one is.

const EVERYTHING = ["assert", "underflow", "overflow", "divByZero"] as const;

const LEMMAS: readonly Harness[] = [
  { name: "WaterfallProofs", engine: "bmc", targets: EVERYTHING },
  { name: "LedgerProofs", engine: "chc", targets: ["assert"] },
  { name: "ReversalProofs", engine: "bmc", targets: EVERYTHING },
  { name: "RatesProofs", engine: "bmc", targets: EVERYTHING },
  { name: "PeriodsProofs", engine: "bmc", targets: EVERYTHING },
  { name: "LimitsProofs", engine: "bmc", targets: EVERYTHING },
  { name: "VestingProofs", engine: "bmc", targets: EVERYTHING },
  { name: "LevelsProofs", engine: "bmc", targets: EVERYTHING },
];

const CONTROL: Harness = { name: "FalseClaims", engine: "bmc", targets: ["assert"] };

const waiting = [...LEMMAS, CONTROL];
const failures: string[] = [];
let [claims, proved] = [0, 0];

console.log(`Proving ${waiting.length} contracts; about a minute.`);
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, proveWaiting));

if (failures.length > 0) {
  console.error(`\n${failures.join("\n\n")}`);
  process.exitCode = 1;
} else {
  console.log(`${claims} claims and ${proved - claims} checks of their arithmetic proved.`);
}

async function proveWaiting(): Promise<void> {
  for (let harness = waiting.shift(); harness !== undefined; harness = waiting.shift()) {
    const result = await proveInThread(harness);
    const failure = harness === CONTROL ? controlFailure(result) : lemmaFailure(result);
    if (failure !== undefined) failures.push(failure);
    if (harness !== CONTROL) {
      claims += result.provedAssertions;
      proved += result.proved;
    }
    console.log(`${failure === undefined ? "✓" : "✗"} ${toLine(result)}`);
  }
}

function proveInThread(harness: Harness): Promise<ProofResult> {
  const worker = new Worker(new URL("./proofs/worker.ts", import.meta.url), {
    workerData: harness,
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function lemmaFailure({ name, assertions, provedAssertions, open }: ProofResult) {
  if (open.length > 0) return `${name}: not proved:\n${open.join("\n")}`;
  if (provedAssertions === assertions && assertions > 0) return undefined;
  return `${name}: ${provedAssertions} of its ${assertions} assertions were proved, and nothing was said of the others.`;
}

function controlFailure({ name, assertions, provedAssertions, open }: ProofResult) {
  if (provedAssertions === 0 && open.length >= assertions) return undefined;
  return `${name}: ${provedAssertions} of ${assertions} false claims were proved. Nothing that is proved here can be trusted.`;
}

function toLine({ name, assertions, provedAssertions, proved: all, seconds }: ProofResult): string {
  const time = `${seconds.toFixed(1)} s`;
  if (name === CONTROL.name) {
    return `${name}: ${provedAssertions} of ${assertions} false claims, as it should be 0 (${time})`;
  }
  return `${name}: ${provedAssertions} of ${assertions} claims, ${all} checks in all (${time})`;
}
