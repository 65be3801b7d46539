import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findRings } from "./findRings.ts";
import { readImports } from "./readImports.ts";

/** A row of the table: what is counted, how, how many, the goal, and what was counted. */
export interface Figure {
  readonly what: string;
  readonly count: number;
  readonly goal?: number;
  readonly found: readonly string[];
}

/** Implementations are counted by the names of exported functions: whoever writes a second one gives it one of these. */
const RULES = {
  "a rate": "rateOf",
  "a worst case": "worstCase|worstCaseOf|worstShareOf",
  "a settlement": "settleSegment|walkSegment",
};

const CHANGES = { "rate bonus": 12, "touch model": 3, "input source": 2, "page card": 2 };

export function countFigures(folder: string): Figure[] {
  const { files, rooms, upward } = readImports(folder);
  const scripts = Object.keys(JSON.parse(readIn(folder, "package.json")).scripts);
  return [
    figure(
      "circles of files",
      0,
      findRings(files).map((ring) => ring.join(", ")),
    ),
    figure("upward imports", 0, upward),
    figure("rooms in a ring", 0, findRings(rooms).flat()),
    ...Object.entries(RULES).map(([rule, names]) =>
      figure(`functions for ${rule} (${names})`, 1, exporting(folder, names)),
    ),
    figure("npm scripts", 14, scripts),
    figure("concepts before a first change", 15, firstConcepts(folder)),
    ...Object.entries(CHANGES).map(([change, goal]) =>
      figure(`files for a new ${change}`, goal, filesFor(folder, change)),
    ),
  ];
}

function figure(what: string, goal: number, found: readonly string[]): Figure {
  return { what, count: found.length, goal, found };
}

function exporting(folder: string, names: string): string[] {
  const pattern = new RegExp(`^export (?:async )?function (?:${names})\\b`, "m");
  return globSync("{core,scripts,frontend/src}/**/*.{ts,tsx}", { cwd: folder })
    .filter((file) => !/\.test\.tsx?$/.test(file) && pattern.test(readIn(folder, file)))
    .toSorted();
}

function firstConcepts(folder: string): string[] {
  const [, section = ""] = readIn(folder, "docs/glossary.md").split(/^## /m);
  const rows = section.split("\n").filter((line) => line.startsWith("| "));
  return rows.slice(1).map((row) => row.split("|")[1]?.trim() ?? "");
}

/** The list in docs/contributing.md that a comment marks. */
function filesFor(folder: string, change: string): string[] {
  const [, after = ""] = readIn(folder, "docs/contributing.md").split(`<!-- files: ${change} -->`);
  const [list = ""] = after.trim().split("\n\n");
  return list
    .matchAll(/^- `(.+?)`/gm)
    .map(([, file = ""]) => file)
    .toArray();
}

/** Older versions have not all of it. */
function readIn(folder: string, file: string): string {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
