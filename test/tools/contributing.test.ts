import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect } from "chai";

const PATHS = /(?<![\w./-])((?:contracts|core|scripts|frontend|schema|tools|test)\/[\w./-]*\w)/g;

describe("The documents of the house", () => {
  for (const page of ["contributing", "glossary"]) {
    it(`name files and folders that exist: docs/${page}.md`, async () => {
      const text = await readFile(`docs/${page}.md`, "utf8");
      const named = [...new Set(text.matchAll(PATHS).map(([, path = ""]) => path))];
      expect(named.length).to.be.greaterThan(20);
      expect(named.filter((path) => !existsSync(path))).to.deep.equal([]);
    });
  }
});
