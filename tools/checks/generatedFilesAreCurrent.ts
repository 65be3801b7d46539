import { execSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

// Regenerates generated/, docs/roles.md and docs/terms.md, and fails if that changed anything: what is committed must be
// what the contracts, the schema and the model say now.

const before = readGenerated();
execSync("wagmi generate && node tools/write-roles.ts && node tools/write-terms.ts", {
  stdio: "inherit",
});
const after = readGenerated();

const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
if (changed.length > 0) {
  console.error(`Out of date: ${changed.join(", ")}. They are regenerated now; commit them.`);
  process.exitCode = 1;
}

function readGenerated(): Map<string, string> {
  const files = [...globSync("generated/**/*.ts"), ...globSync("docs/{roles,terms}.md")];
  return new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
}
