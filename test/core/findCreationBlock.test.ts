import { expect } from "chai";
import { findCreationBlock } from "../../core/logs/findCreationBlock.ts";

describe("The block of a contract's creation", () => {
  for (const created of [0n, 1n, 77n, 100n]) {
    it(`finds a contract of block ${created}`, async () => {
      expect(await findCreationBlock(async (block) => block >= created, 100n)).to.equal(created);
    });
  }

  it("begins at the first block where the node keeps no old state", async () => {
    const forgetful = async (): Promise<boolean> => {
      throw new Error("missing trie node");
    };
    expect(await findCreationBlock(forgetful, 100n)).to.equal(0n);
  });
});
