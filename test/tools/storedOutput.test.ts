import assert from "node:assert/strict";
import { readBuilds } from "../../tools/solc/readBuilds.ts";
import { readStoredOutput } from "../../tools/solc/readStoredOutput.ts";
import { slimOutput } from "../../tools/solc/slimOutput.ts";

describe("What the compiler made of the contracts, as it is stored", () => {
  it("is what the artifacts are made of", async () => {
    const builds = await readBuilds();
    assert.ok(builds.length > 0);
    for (const { longVersion, input, output } of builds) {
      const stored = await readStoredOutput(longVersion, input);
      assert.deepEqual(stored, JSON.parse(JSON.stringify(slimOutput(output))));
    }
  });

  it("is taken for nothing else: other sources, settings or compilers", async () => {
    for (const { longVersion, input } of await readBuilds()) {
      const [name = ""] = Object.keys(input.sources);
      const content = `${input.sources[name]?.content} `;
      const others = [
        [longVersion, { ...input, sources: { ...input.sources, [name]: { content } } }],
        [longVersion, { ...input, settings: { ...input.settings, optimizer: { runs: 1 } } }],
        [`${longVersion}x`, input],
      ] as const;
      for (const [version, other] of others)
        assert.equal(await readStoredOutput(version, other), undefined);
    }
  });
});
