import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect } from "chai";
import hre from "hardhat";

const COMMANDS = /`(?:[A-Z_]+=\S+ )?npx hardhat ([a-z][^`]*)`/g;
const SCRIPTS = /`npm run ([\w:]+)/g;
/** Hardhat's own, for any command. */
const GLOBAL = ["network", "help"];

for (const page of globSync(["README.md", "docs/*.md", "examples/*/README.md"]).toSorted()) {
  describe(`What ${page} mentions in passing`, () => {
    let text: string;
    before(async () => {
      text = await readFile(page, "utf8");
    });

    it("are commands and options that exist", () => {
      const mentioned = text.matchAll(COMMANDS).map(([, command = ""]) => command);
      expect(mentioned.flatMap(mistakesOf).toArray()).to.deep.equal([]);
    });

    it("are scripts that exist", async () => {
      const { scripts }: { scripts: Record<string, string> } = JSON.parse(
        await readFile("package.json", "utf8"),
      );
      const named = text.matchAll(SCRIPTS).map(([, script = ""]) => script);
      expect(named.filter((script) => scripts[script] === undefined).toArray()).to.deep.equal([]);
    });
  });
}

describe("The look-out for what is mentioned in passing", () => {
  it("finds commands and options that do not exist", () => {
    expect(mistakesOf("sales post --network localhost --sales s.csv")).to.deep.equal([]);
    expect(mistakesOf("sales pots --sales s.csv")).to.deep.equal(["sales pots --sales s.csv"]);
    expect(mistakesOf("sales post --sale s.csv")).to.deep.equal([
      "--sale: sales post --sale s.csv",
    ]);
  });
});

/** What of a command line is no task, or none of its options. */
function mistakesOf(command: string): string[] {
  const words = command.split(/\s+/);
  const path = words.slice(0, words.findIndex((word) => !/^[a-z]/.test(word)) >>> 0);
  const task = [path, path.slice(0, 2), path.slice(0, 1)]
    .map(taskAt)
    .find((one) => one !== undefined);
  // Of a group without an action only its commands can be meant.
  if (task === undefined || (task.isEmpty && path.length > 1)) return [command];
  const options = words.filter((word) => word.startsWith("--")).map((word) => word.slice(2));
  const known = [...GLOBAL, ...task.options.keys()];
  return options
    .filter(
      (option) =>
        !known.includes(option.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())),
    )
    .map((option) => `--${option}: ${command}`);
}

function taskAt(path: readonly string[]) {
  try {
    return hre.tasks.getTask([...path]);
  } catch {
    return undefined;
  }
}
