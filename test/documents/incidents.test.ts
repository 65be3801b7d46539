import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect } from "chai";

/** What docs/incidents.md calls whose keys its tables are about. */
const KEYS = [
  ["The operator", "Operator"],
  ["The attributor", "Attributor"],
  ["The arbiter", "Arbiter"],
  ["The guardian", "Guardian"],
  ["A partner", "Partner"],
  ["A holder of a standing line", "Holder"],
  ["The treasury", "Treasury"],
] as const;

const WAYS = ["lost", "stolen", "gone"] as const;

describe("What to do about keys, in docs/incidents.md", () => {
  let text: string;
  let tests: ReadonlySet<string>;
  before(async () => {
    text = await readFile("docs/incidents.md", "utf8");
    const files = globSync("test/solidity/incidents/*.t.sol");
    const sources = await Promise.all(files.map((file) => readFile(file, "utf8")));
    const names = sources.join("\n").matchAll(/function test_(?:[A-Z]\d+_)?(\w+)\(/g);
    tests = new Set(names.map(([, name = ""]) => name));
  });

  it("has a row for each key and each way, and a test for each row", () => {
    const rows = KEYS.flatMap(([title, name]) =>
      waysIn(sectionOf(text, title)).map((way) => name + capital(way)),
    );
    const all = KEYS.flatMap(([, name]) => WAYS.map((way) => name + capital(way)));
    expect(rows).to.deep.equal(all);
    expect([...tests].toSorted()).to.deep.equal(all.toSorted());
  });
});

function sectionOf(page: string, title: string): string {
  const [, section = ""] = page.split(`\n## ${title}\n`);
  return section.split("\n## ")[0] ?? "";
}

function waysIn(section: string): string[] {
  return section
    .matchAll(/^\| (\w+) \|/gm)
    .map(([, way = ""]) => way)
    .filter((way) => way !== "way")
    .toArray();
}

function capital(way: string): string {
  return way.charAt(0).toUpperCase() + way.slice(1);
}
