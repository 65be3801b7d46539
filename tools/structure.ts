import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatTable } from "../core/text/formatTable.ts";
import { checkOut } from "./structure/checkOut.ts";
import { countFigures } from "./structure/countFigures.ts";
import { countLines } from "./structure/countLines.ts";

// `npm run structure -- --against main --list`: how the house is built, in figures, beside another commit; --list says what was
// counted. `npm run check -- imports` is what fails.

const { values } = parseArgs({
  options: { against: { type: "string" }, list: { type: "boolean", default: false } },
});

const now = measure(join(import.meta.dirname, ".."));
const then = values.against === undefined ? undefined : measureCommit(values.against);
const header = then === undefined ? [] : [values.against ?? ""];

console.log(
  formatTable(
    ["", ...header, "now", "goal"],
    now.figures.map(({ what, count, goal }, row) => [
      what,
      ...beside(then?.figures[row]?.count),
      `${count}`,
      goal === 0 ? "0" : `≤ ${goal}`,
    ]),
    1,
  ),
);
if (values.list) {
  for (const { what, found } of now.figures) console.log(`\n${what}\n  ${found.join("\n  ")}`);
}

console.log(
  "\nLines of product code, neither blank nor comments; and all (no tests, mocks, tools)",
);
const rooms = [...new Set([...now.lines.keys(), ...(then?.lines.keys() ?? [])])].toSorted();
const total = (lines: typeof now.lines, kind: "code" | "raw") =>
  lines.values().reduce((sum, room) => sum + room[kind], 0);
console.log(
  formatTable(
    ["room", ...header.flatMap((name) => [name, "all"]), "now", "all"],
    [
      ...rooms.map((room) => [
        room,
        ...(then === undefined ? [] : linesIn(then.lines, room)),
        ...linesIn(now.lines, room),
      ]),
      [
        "total",
        ...(then === undefined
          ? []
          : [`${total(then.lines, "code")}`, `${total(then.lines, "raw")}`]),
        `${total(now.lines, "code")}`,
        `${total(now.lines, "raw")}`,
      ],
    ],
    1,
  ),
);

function measure(folder: string) {
  return { figures: countFigures(folder), lines: countLines(folder) };
}

function measureCommit(commit: string) {
  const folder = checkOut(commit);
  try {
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function beside(count: number | undefined): string[] {
  return count === undefined ? [] : [`${count}`];
}

function linesIn(lines: typeof now.lines, room: string): string[] {
  const { code, raw } = lines.get(room) ?? { code: 0, raw: 0 };
  return [`${code}`, `${raw}`];
}
