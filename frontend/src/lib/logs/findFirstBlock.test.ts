import { expect, test } from "@playwright/test";
import { findFirstBlock } from "./findFirstBlock";

for (const created of [0n, 1n, 77n, 100n]) {
  test(`finds a contract of block ${created}`, async () => {
    expect(await findFirstBlock(async (block) => block >= created, 100n)).toBe(created);
  });
}

test("begins at the first block where the node keeps no old state", async () => {
  const forgetful = async (): Promise<boolean> => {
    throw new Error("missing trie node");
  };
  expect(await findFirstBlock(forgetful, 100n)).toBe(0n);
});
