import { readFileSync } from "node:fs";

/** Which lines of which file were run, from an LCOV file. */
export function readLcov(path: string): Map<string, Map<number, boolean>> {
  const files = new Map<string, Map<number, boolean>>();
  let lines = new Map<number, boolean>();
  for (const row of readFileSync(path, "utf8").split("\n")) {
    if (row.startsWith("SF:")) {
      lines = new Map();
      files.set(row.slice("SF:".length), lines);
    }
    const match = /^DA:(\d+),(\d+)/.exec(row);
    if (match !== null) lines.set(Number(match[1]), Number(match[2]) > 0);
  }
  return files;
}
