import { globSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createProgress } from "../scripts/Progress.ts";
import { explainSurvivor, findEquivalents } from "./mutation/explainSurvivor.ts";
import { findMutants } from "./mutation/findMutants.ts";
import type { Mutant } from "./mutation/Mutant.ts";
import { oneLine } from "./mutation/oneLine.ts";
import type { Result } from "./mutation/Result.ts";
import { readAsts } from "./mutation/readAsts.ts";
import { readResults } from "./mutation/readResults.ts";
import { runBatch } from "./mutation/runBatch.ts";
import { sampleMutants } from "./mutation/sampleMutants.ts";
import { BARS, scoresOf, toMarkdown, toSummary } from "./mutation/toReport.ts";
import { createWorkspace, ROOT } from "./mutation/Workspace.ts";
import { installOptionalTools } from "./optional/installOptionalTools.ts";

// `npm run mutate -- --sample 600 --seed 1 --files libraries`: changes the contracts in small ways, one at a time, and counts
// how many of the changes the Solidity tests notice. Exits 1 where they notice fewer than they must. docs/mutation.md tells more.

const { values } = parseArgs({
  options: {
    files: { type: "string", multiple: true, default: [""] },
    sample: { type: "string", default: "400" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: `${Math.max(1, availableParallelism() - 1)}` },
    batch: { type: "string", default: "600" },
    resume: { type: "boolean", default: false },
    equivalents: { type: "boolean", default: false },
  },
});

const failure = await installOptionalTools();
if (failure !== undefined)
  console.error(`Without the pinned forge, the one on the PATH: ${failure}`);

const REPORTS = join(ROOT, "mutation");
const files = globSync("contracts/**/*.sol", { cwd: ROOT })
  .filter((file) => !/\/(interfaces|mocks)\//.test(file))
  .toSorted();
const texts = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "latin1")]));
const asts = readAsts(texts);
const all = findMutants(asts, texts).filter(({ file }) =>
  values.files.some((part) => file.includes(part)),
);
const sample =
  values.sample === "all" ? all : sampleMutants(all, wholeNumber("sample"), values.seed);
console.log(`${sample.length} of ${all.length} mutants, seed ${values.seed}.`);

const progress = createProgress();
const results: Result[] = values.resume
  ? readResults(join(REPORTS, "report.json"), sample).map(explain)
  : [];
const workspace = await createWorkspace("mutation");
if (!values.equivalents) {
  // What cannot be told from the original lives through every test: most of the time would go there.
  const equivalents = findEquivalents(all);
  const isKnown = (mutant: Mutant) => results.some((result) => result.mutant === mutant);
  for (const mutant of sample.filter((one) => equivalents.has(one) && !isKnown(one)))
    results.push(explain({ mutant, outcome: "equivalent" }));
}
const batchSize = wholeNumber("batch");
const waiting = sample.filter((mutant) => !results.some((result) => result.mutant === mutant));
for (let start = 0; start < waiting.length; start += batchSize) {
  const mutants = waiting.slice(start, start + batchSize);
  await runBatch({
    workspace,
    mutants,
    texts,
    asts,
    jobs: wholeNumber("jobs"),
    note: progress.note,
    async tell(mutant, verdict) {
      const result = explain({ mutant, outcome: verdict });
      results.push(result);
      if (result.outcome === "survived") progress.note(`survived: ${toLine(result)}`);
      if (results.length % 20 === 0) progress.note(`${results.length} of ${sample.length} mutants`);
      // A run takes long: what is known is kept as it comes.
      await writeReports();
    },
  });
}

console.log(toSummary(results));
console.log(`The survivors: mutation/report.md; all mutants: mutation/report.json.`);
const below = scoresOf(results).filter(({ group, killed }) => killed < BARS[group]);
for (const { group } of below) console.error(`Too few mutants of the ${group} are killed.`);
if (below.length > 0) process.exitCode = 1;

/** Looks up a survivor among the mutants that are known to do what the original does. */
function explain({ mutant, outcome }: Result): Result {
  const lives = outcome === "survived" || outcome === "equivalent";
  const reason = lives ? explainSurvivor(mutant) : undefined;
  if (reason !== undefined) return { mutant, outcome: "equivalent", reason };
  return { mutant, outcome: lives ? "survived" : outcome };
}

async function writeReports(): Promise<void> {
  const title = `${sample.length} of ${all.length} mutants, seed ${values.seed}`;
  const rows = results.map(({ mutant, outcome, reason }) => ({
    file: mutant.file,
    line: mutant.line,
    column: mutant.column,
    within: mutant.within,
    operator: mutant.operator,
    original: oneLine(mutant.original),
    replacement: oneLine(mutant.replacement),
    outcome,
    reason,
  }));
  await mkdir(REPORTS, { recursive: true });
  await writeFile(join(REPORTS, "report.json"), `${JSON.stringify(rows, null, 1)}\n`);
  await writeFile(join(REPORTS, "report.md"), `${toMarkdown(title, results)}\n`);
}

function toLine({ mutant: { file, line, original, replacement } }: Result): string {
  return `${file}:${line} ${oneLine(original)} → ${oneLine(replacement) || "(nothing)"}`;
}

function wholeNumber(option: "sample" | "jobs" | "batch"): number {
  const text = values[option];
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Error(`--${option} is "${text}"; it takes a whole number, as in --${option} 4.`);
}
