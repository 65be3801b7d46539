import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { GENERATED_PAGES } from "../../tools/checks/GENERATED_PAGES.ts";
import { openPage, type Page } from "./support/openPage.ts";
import { parsePage } from "./support/parsePage.ts";

// Runs what README.md, docs/ and the examples' READMEs show; docs/contributing.md tells the marks.

for (const file of globSync(["README.md", "docs/*.md", "examples/*/README.md"]).toSorted()) {
  // What a generated page prints comes from the code, and is made anew and compared.
  const isGenerated = GENERATED_PAGES.includes(file);
  const blocks = parsePage(await readFile(file, "utf8")).filter(
    ({ kind }) => !isGenerated || kind === "sh",
  );
  if (blocks.length > 0) {
    describe(`What ${file} shows`, () => {
      let page: Page;
      before(async () => {
        page = await openPage();
      });
      after(() => page.close());

      for (const block of blocks) {
        const [first = ""] = block.text.split("\n");
        it(`is true from line ${block.line} on: ${block.kind} ${first}`, () => page.check(block));
      }
    });
  }
}
