import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatTable } from "../core/text/formatTable.ts";
import { createProgress, GOES_ON } from "../scripts/Progress.ts";
import { createCopy } from "./mutation/createCopy.ts";
import { instrument } from "./mutation/instrument.ts";
import type { Mutant } from "./mutation/Mutant.ts";
import { readAsts } from "./mutation/readAsts.ts";
import { ROOT } from "./mutation/Workspace.ts";
import { CONFIG } from "./rows/CONFIG.ts";
import { ROWS } from "./rows/ROWS.ts";
import { idOf, readRows } from "./rows/readRows.ts";
import { runUntilFailure } from "./rows/runUntilFailure.ts";

// `npm run mutate:rows`: breaks each rule again that was broken once, by the patches in tools/rows, one at a time, and tells which
// invariant or fuzz test notices. All patches are one build, each behind a question. What is known of a patch is kept in
// mutation/rows.json until it, the contracts or those tests change. `--only F1` takes some. Exits 1 where a patch survives.

const { values } = parseArgs({ options: { only: { type: "string", multiple: true } } });
const REPORT = join(ROOT, "mutation/rows.json");
const SWITCH = "tools/mutation/Switch.sol";

const texts = new Map(
  globSync("contracts/**/*.sol", { cwd: ROOT }).map((file) => [file, read(file, "latin1")]),
);
const asts = readAsts(texts);
const all = readRows({ texts, asts });
const rows = all.filter(({ operator: name }) => values.only?.includes(idOf(name)) ?? true);
const instrumented = [...texts].map(([file, text]): [string, string] => {
  const ast = asts.get(file);
  return [file, ast === undefined ? text : instrument(file, text, ast, all)];
});
const RULES = "test/solidity/invariants/Rules.t.sol";
const sources = new Map([
  ...instrumented,
  ["contracts/Switch.sol", read(SWITCH, "latin1")],
  // As few runs as the copy's configuration says.
  [RULES, read(RULES, "latin1").replaceAll(/^ *\/\/\/ hardhat-config: .*\n/gm, "")],
]);
const folder = await createCopy("rows", CONFIG, sources);

const tests = globSync("test/solidity/{*,{fuzz,invariants,support}/**/*}.sol", { cwd: ROOT });
const code = hashOf([...texts.values(), ...tests.toSorted().map((file) => read(file, "utf8"))]);
const known: Record<string, string> = existsSync(REPORT)
  ? JSON.parse(readFileSync(REPORT, "utf8"))
  : {};
const waiting = rows.filter((row) => known[keyOf(row)] === undefined);
const progress = createProgress(GOES_ON);
if (waiting.length > 0) {
  progress.note(`${waiting.length} of ${rows.length} patches, compiled into one build.`);
  const failing = await runUntilFailure(folder, 0);
  if (failing !== undefined) throw new Error(`${failing} fails without any patch.`);
}
await progress.during("Patches", waiting.length, async () => {
  for (const row of waiting) {
    known[keyOf(row)] = (await runUntilFailure(folder, row.number)) ?? "";
    await mkdir(join(ROOT, "mutation"), { recursive: true });
    await writeFile(REPORT, `${JSON.stringify(known, null, 1)}\n`);
    progress.add(1);
  }
});

const lines = rows.map((row) => [row.operator, known[keyOf(row)] || "nothing: survived"]);
console.log(formatTable(["patch", "noticed by"], lines, 2));
for (const { id, without } of ROWS) if (without !== undefined) console.log(`${id}: ${without}`);
const survivors = lines.filter(([, killer]) => killer === "nothing: survived");
console.log(`\n${rows.length - survivors.length} of ${rows.length} patches are noticed.`);
if (survivors.length > 0) process.exitCode = 1;

function keyOf({ operator: name }: Mutant): string {
  return `${name} ${hashOf([code, read(`tools/rows/${name}.patch`, "utf8")])}`;
}

function hashOf(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
}

function read(file: string, encoding: "latin1" | "utf8"): string {
  return readFileSync(join(ROOT, file), encoding);
}
