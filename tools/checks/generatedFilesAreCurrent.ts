import { execSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { GENERATED_PAGES } from "./GENERATED_PAGES.ts";

// Regenerates generated/ and the documents made from the code, and fails if that changed anything: what is committed must be
// what the contracts, the schema, the spec and the commands say now.

const before = readGenerated();
execSync("node tools/generate.ts", { stdio: "inherit" });
const after = readGenerated();

const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
if (changed.length > 0) {
  console.error(`Out of date: ${changed.join(", ")}. They are regenerated now; commit them.`);
  process.exitCode = 1;
}

function readGenerated(): Map<string, string> {
  const files = [
    "generated/**/*.{ts,br}",
    "examples/*/{README.md,*.svg}",
    ...GENERATED_PAGES,
    "erc7730/*.json",
  ];
  return new Map(files.flatMap((glob) => globSync(glob)).map((file) => [file, read(file)]));
}

/** A character for each byte. */
function read(file: string): string {
  return readFileSync(file, "latin1");
}
