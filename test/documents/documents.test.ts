import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { GENERATED_PAGES } from "../../tools/checks/GENERATED_PAGES.ts";
import type { Block } from "./support/Block.ts";
import { checkPages } from "./support/checkPages.ts";
import { parsePage } from "./support/parsePage.ts";

// Runs what README.md, docs/ and the examples' READMEs show; docs/contributing.md tells the marks.

const files = globSync(["README.md", "docs/*.md", "examples/*/README.md"]).toSorted();
const pages = (await Promise.all(files.map(readPage))).filter(({ blocks }) => blocks.length > 0);

describe("What the documents show", function () {
  // A block also waits for the pages before its own.
  this.timeout(900_000);
  const blocksOf = pages.map(({ blocks }) => blocks);
  const check = checkPages(blocksOf, availableParallelism());

  for (const [page, { file, blocks }] of pages.entries()) {
    for (const [index, { kind, line, text }] of blocks.entries()) {
      const [first = ""] = text.split("\n");
      it(`is true: ${file}, line ${line}: ${kind} ${first}`, () => check(page, index));
    }
  }
});

/** What a generated page prints comes from the code, and is made anew and compared: only its commands are run. */
async function readPage(file: string): Promise<{ file: string; blocks: readonly Block[] }> {
  const isGenerated = GENERATED_PAGES.includes(file);
  const blocks = parsePage(await readFile(file, "utf8"));
  return { file, blocks: blocks.filter(({ kind }) => !isGenerated || kind === "sh") };
}
