import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { formatTable } from "../core/text/formatTable.ts";
import { CONFIG } from "./coverage/CONFIG.ts";
import { coverageOf, type FileCoverage } from "./coverage/coverageOf.ts";
import { markBranches } from "./coverage/markBranches.ts";
import { readLcov } from "./coverage/readLcov.ts";
import { createCopy } from "./mutation/createCopy.ts";
import { readAsts } from "./mutation/readAsts.ts";
import { ROOT } from "./mutation/Workspace.ts";
import { withoutGasBounds } from "./mutation/withoutGasBounds.ts";

// `npm run coverage`: which lines and branches of the contracts the Solidity tests run. Hardhat tells lines; so in a copy of
// the contracts each condition passes through a function of its own, in which either answer is a line. There nothing bounds
// gas: its contracts count what they run. Exits 1 below the bars, or where a test fails.

const BARS = { lines: 0.995, branches: 0.97 };

const texts = new Map(
  globSync("contracts/**/*.sol", { cwd: ROOT })
    .filter((file) => !/\/(interfaces|mocks)\//.test(file))
    .toSorted()
    .map((file) => [file, readFileSync(join(ROOT, file), "latin1")]),
);
const { sources, conditions } = markBranches(texts, readAsts(texts));
const folder = await createCopy("coverage", CONFIG, new Map([...sources, withoutGasBounds()]));
// The ones measure gas; the others drive what Conserved.t.sol drives, and check another rule each. They run nothing more.
for (const idle of ["gas", "invariants/Rules.t.sol"]) {
  await rm(join(folder, "test/solidity", idle), { recursive: true });
}
const succeeded = await runTests();
const coverage = coverageOf(readLcov(join(folder, "coverage/lcov.info")), conditions);
const lines = sum(coverage.map((file) => [file.lines.run, file.lines.all]));
const branches = sum(coverage.map((file) => [file.branches.taken, file.branches.all]));
console.log(toTable());
for (const { file, missing } of coverage) for (const one of missing) console.log(`${file}:${one}`);
console.log(`\nLines ${percent(lines)}, branches ${percent(branches)}.`);
if (!succeeded) console.error("Tests failed: what they would have run is missing.");
const below = shareOf(lines) < BARS.lines || shareOf(branches) < BARS.branches;
if (below)
  console.error(`Lines must be at least ${BARS.lines * 100} %, branches ${BARS.branches * 100} %.`);
if (below || !succeeded) process.exitCode = 1;

/** Whether all tests succeeded. */
function runTests(): Promise<boolean> {
  const child = spawn("hardhat test solidity --coverage", {
    cwd: folder,
    shell: true,
    stdio: "inherit",
    env: { ...process.env, PATH: `${join(ROOT, "node_modules/.bin")}:${process.env.PATH}` },
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code === 0));
  });
}

function toTable(): string {
  const rows = coverage.map(({ file, lines: { run, all }, branches: taken }: FileCoverage) => [
    file,
    `${run}/${all}`,
    `${taken.taken}/${taken.all}`,
  ]);
  const total = ["all", percent(lines), percent(branches)];
  return formatTable(["file", "lines", "branches"], [...rows, total], 1);
}

function sum(pairs: readonly (readonly [number, number])[]): readonly [number, number] {
  return pairs.reduce(
    ([part, all], [morePart, moreAll]) => [part + morePart, all + moreAll],
    [0, 0],
  );
}

function shareOf([part, all]: readonly [number, number]): number {
  return all === 0 ? 0 : part / all;
}

function percent(pair: readonly [number, number]): string {
  return `${(shareOf(pair) * 100).toFixed(1)} % (${pair[0]}/${pair[1]})`;
}
