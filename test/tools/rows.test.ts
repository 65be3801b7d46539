import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAsts } from "../../tools/mutation/readAsts.ts";
import { ROOT } from "../../tools/mutation/Workspace.ts";
import { ROWS } from "../../tools/rows/ROWS.ts";
import { idOf, readRows } from "../../tools/rows/readRows.ts";

describe("Patches that break a rule again", () => {
  it("still apply, each to bodies of functions", () => {
    const texts = new Map(
      globSync("contracts/**/*.sol", { cwd: ROOT }).map((file) => [
        file,
        readFileSync(join(ROOT, file), "latin1"),
      ]),
    );
    const rows = readRows({ texts, asts: readAsts(texts) });
    const broken = new Set(rows.map(({ operator: name }) => idOf(name)));
    for (const { id, without } of ROWS) assert.equal(broken.has(id), without === undefined, id);
  });
});
