import { expect } from "chai";
import { createPublicClient, custom, type PublicClient, zeroAddress, zeroHash } from "viem";
import { findCreationBlock } from "../../core/logs/findCreationBlock.ts";

const LAST = 100n;

describe("The block of a contract's creation", () => {
  for (const created of [0n, 1n, 77n, LAST]) {
    it(`is found in block ${created}`, async () => {
      const node = nodeOf(created, (block) => block >= created);
      expect(await findCreationBlock(node, zeroAddress, LAST)).to.equal(created);
    });
  }

  it("counts as the first one where the node keeps no old state", async () => {
    const node = nodeOf(77n, () => {
      throw new Error("missing trie node");
    });
    expect(await findCreationBlock(node, zeroAddress, LAST)).to.equal(0n);
  });

  it("counts as the first one where the node answers for old blocks as for today's", async () => {
    const node = nodeOf(77n, (block) => block >= 30n);
    expect(await findCreationBlock(node, zeroAddress, LAST)).to.equal(0n);
  });

  it("is not guessed where the node has no time", async () => {
    const node = nodeOf(77n, () => {
      throw new Error("Too many requests");
    });
    const error: unknown = await findCreationBlock(node, zeroAddress, LAST).catch((e) => e);
    expect(error).to.be.instanceOf(Error);
  });
});

/** A node that has a contract's logs in the block of its creation alone. */
function nodeOf(created: bigint, hasCode: (block: bigint) => boolean): PublicClient {
  const log = {
    ...{ address: zeroAddress, topics: [], data: "0x", blockHash: zeroHash, removed: false },
    ...{ transactionHash: zeroHash, transactionIndex: "0x0", logIndex: "0x0" },
  };
  const request = async ({ method, params }: { method: string; params: unknown[] }) => {
    if (method === "eth_getCode") return hasCode(BigInt(`${params[1]}`)) ? "0x00" : "0x";
    const [{ fromBlock }] = params as [{ fromBlock: string }];
    return BigInt(fromBlock) === created ? [{ ...log, blockNumber: fromBlock }] : [];
  };
  return createPublicClient({ transport: custom({ request }, { retryCount: 0 }) });
}
