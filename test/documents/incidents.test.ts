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

/** A command with its options, where a sentence names one. */
const COMMAND = /`((?:roles|terms|partners|sales|line|claim|notices)\b[^`]*)`/g;

describe("What to do about keys, in docs/incidents.md", () => {
  let text: string;
  let tests: ReadonlySet<string>;
  let commands: string;
  before(async () => {
    text = await readFile("docs/incidents.md", "utf8");
    commands = await readFile("docs/commands.md", "utf8");
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

  it("names commands and options that exist", () => {
    for (const [, command = ""] of text.matchAll(COMMAND)) {
      const [words = "", ...options] = command.split(" --");
      const name = words.trim();
      const section = sectionOf(commands, name, "###") || sectionOf(commands, name);
      expect(section, command).not.to.equal("");
      for (const option of options)
        expect(section, command).to.include(`--${option.split(" ")[0]}`);
    }
  });
});

function sectionOf(page: string, title: string, level = "##"): string {
  const [, section = ""] = page.split(`\n${level} ${title}\n`);
  return section.split(/\n##+ /)[0] ?? "";
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
