import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Suite } from "mocha";
import { isInstalled, SUPERFLUID } from "../../tools/optional/OptionalTool.ts";
import { FAILS } from "./support/outcomes.ts";

const PAGE = join(import.meta.dirname, "../../docs/compatibility.md");
/** What the suites of this folder are called, before what heads their table. */
const PREFIX = "compatibility: ";
/** Rows for which something must be installed that need not be. */
const LEFT_OUT = isInstalled(SUPERFLUID) ? undefined : "Superfluid";
/** A cell about which nothing is said. */
const NOTHING = "–";

describe("docs/compatibility.md", () => {
  it("says of each test whether it works, and nothing that no test shows", function () {
    const told = readPage(readFileSync(PAGE, "utf8"));
    expect(told.toSorted()).to.deep.equal(titlesBelow(rootOf(this.test?.parent)).toSorted());
  });
});

/** Each cell of each table as its test is called: section, row, column, and whether it does not work. */
function readPage(page: string): string[] {
  const [, ...sections] = page.split(/^## /m);
  return sections.flatMap((section) => {
    const [heading = "", ...lines] = section.split("\n");
    const [header, , ...rows] = lines.filter((line) => line.startsWith("|")).map(cellsOf);
    if (header === undefined) return [];
    return rows.flatMap(([row = "", ...cells]) =>
      cells.flatMap((cell, index) => {
        if (cell === NOTHING) return [];
        if (LEFT_OUT !== undefined && row.startsWith(LEFT_OUT)) return [];
        expect(cell, `${heading}, ${row}`).to.match(/^(yes|no)\b/);
        const outcome = cell.startsWith("no") ? FAILS : "";
        return [`${heading} › ${row} › ${header[index + 1]}${outcome}`];
      }),
    );
  });
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function titlesBelow(suite: Suite): string[] {
  return suite.suites
    .filter(({ title }) => title.startsWith(PREFIX))
    .flatMap(({ title, suites }) =>
      suites.flatMap((row) =>
        row.tests.map((test) => `${title.slice(PREFIX.length)} › ${row.title} › ${test.title}`),
      ),
    );
}

function rootOf(suite: Suite | undefined): Suite {
  if (suite === undefined) throw new Error("Mocha runs this test in no suite.");
  return suite.parent === undefined ? suite : rootOf(suite.parent);
}
