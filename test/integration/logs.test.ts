import { expect } from "chai";
import { hexToBigInt, numberToHex, type RpcLog } from "viem";
import { readLogs } from "../../core/logs/readLogs.ts";
import type { Chain } from "../../scripts/chain/openChain.ts";
import { refusal } from "./support/refusal.ts";

const ADDRESS = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const HASH = `0x${"11".repeat(32)}` as const;

interface Range {
  readonly from: bigint;
  readonly to: bigint;
}

/** A chain whose RPC refuses what `refuses` says. Every hundredth block has two logs, or each has so many. */
function chainThat(
  refuses: (range: Range, request: number) => boolean,
  each = 0,
): {
  chain: Chain;
  asked: Range[];
} {
  const asked: Range[] = [];
  const request = async ({
    params,
  }: {
    params: [{ fromBlock: `0x${string}`; toBlock: `0x${string}` }];
  }) => {
    const range = { from: hexToBigInt(params[0].fromBlock), to: hexToBigInt(params[0].toBlock) };
    asked.push(range);
    if (refuses(range, asked.length)) throw new Error("query returned more than 10000 results");
    const logs: RpcLog[] = [];
    for (let block = range.from; block <= range.to; block++) {
      for (let index = 0; index < each; index++) logs.push(logAt(block, index));
      if (each === 0 && block % 100n === 0n) logs.push(logAt(block, 1), logAt(block, 0));
    }
    return logs;
  };
  return { chain: { client: { request } } as unknown as Chain, asked };
}

function logAt(block: bigint, index: number): RpcLog {
  return {
    address: ADDRESS,
    blockHash: HASH,
    blockNumber: numberToHex(block),
    data: "0x",
    logIndex: numberToHex(index),
    transactionHash: HASH,
    transactionIndex: "0x0",
    topics: [HASH],
    removed: false,
  };
}

const places = (logs: readonly { blockNumber: bigint; logIndex: number }[]) =>
  logs.map(({ blockNumber, logIndex }) => [Number(blockNumber), logIndex]);

const EXPECTED = Array.from({ length: 301 }, (_, i) => [
  [i * 100, 0],
  [i * 100, 1],
]).flat();

describe("Reading logs", () => {
  const range = { address: ADDRESS, fromBlock: 0n, toBlock: 30_000n } as const;

  it("reads all in order, in ranges that follow each other without gap or overlap", async () => {
    const { chain, asked } = chainThat(() => false);
    expect(places(await readLogs(chain, range))).to.deep.equal(EXPECTED);
    expect(asked[0]?.from).to.equal(0n);
    expect(asked.at(-1)?.to).to.equal(30_000n);
    for (const [index, { from }] of asked.entries()) {
      if (index > 0) expect(from).to.equal((asked[index - 1]?.to ?? 0n) + 1n);
    }
  });

  it("halves a range that the RPC refuses as too large, and reads each log once", async () => {
    const { chain, asked } = chainThat(({ from, to }) => to - from > 700n);
    expect(places(await readLogs(chain, range))).to.deep.equal(EXPECTED);
    expect(asked.length).to.be.greaterThan(43);
  });

  it("asks for fewer blocks where they have many logs", async () => {
    const { chain, asked } = chainThat(() => false, 50);
    expect(await readLogs(chain, { ...range, toBlock: 2_000n })).to.have.length(2_001 * 50);
    const sizes = asked.map(({ from, to }) => to - from + 1n);
    expect(sizes.slice(0, 4)).to.deep.equal([500n, 250n, 125n, 62n]);
  });

  it("tries again where a single block fails for a moment", async () => {
    const { chain } = chainThat((_, request) => request < 3);
    const logs = await readLogs(chain, { ...range, fromBlock: 100n, toBlock: 100n });
    expect(places(logs)).to.deep.equal([
      [100, 0],
      [100, 1],
    ]);
  });

  it("says which block it cannot read", async () => {
    const { chain } = chainThat(({ from, to }) => from <= 150n && to >= 150n);
    const error = await refusal(readLogs(chain, { ...range, toBlock: 200n }));
    expect(error.message).to.include("block 150").and.include("another RPC");
  });
});
