import { execSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

// Regenerates generated/ and fails if that changed anything: what is committed must be what the
// contracts say now.

const before = readGenerated();
execSync("wagmi generate", { stdio: "inherit" });
const after = readGenerated();

const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
if (changed.length > 0) {
  console.error(`Out of date: ${changed.join(", ")}. They are regenerated now; commit them.`);
  process.exitCode = 1;
}

function readGenerated(): Map<string, string> {
  return new Map(globSync("generated/**/*.ts").map((file) => [file, readFileSync(file, "utf8")]));
}
