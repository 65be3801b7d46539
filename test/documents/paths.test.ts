import { existsSync, globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect } from "chai";

const PATHS = /(?<![\w./-])((?:contracts|core|scripts|frontend|schema|tools|test)\/[\w./-]*\w)/g;
const LINKS = /\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g;

for (const page of globSync(["README.md", "docs/*.md", "examples/*/README.md"]).toSorted()) {
  describe(`What ${page} names`, () => {
    let text: string;
    before(async () => {
      text = await readFile(page, "utf8");
    });

    it("are files and folders that exist", () => {
      const named = [...new Set(text.matchAll(PATHS).map(([, path = ""]) => path))];
      expect(named.filter((path) => !existsSync(path))).to.deep.equal([]);
    });

    it("are links that lead somewhere", async () => {
      for (const [link, path = "", anchor] of text.matchAll(LINKS)) {
        const target = path === "" ? page : join(dirname(page), path);
        expect(existsSync(target), `${link}: ${target}`).to.equal(true);
        if (anchor !== undefined)
          expect(anchorsOf(await readFile(target, "utf8"))).to.include(anchor);
      }
    });
  });
}

describe("The status in README.md", () => {
  it("has the version of package.json", async () => {
    const { version }: { version: string } = JSON.parse(await readFile("package.json", "utf8"));
    expect(await readFile("README.md", "utf8")).to.include(`version ${version},`);
  });
});

/** As GitHub makes them of headings. */
function anchorsOf(markdown: string): string[] {
  return markdown
    .matchAll(/^#+ (.+)$/gm)
    .map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    )
    .toArray();
}
