import { readFileSync } from "node:fs";
import { expect } from "chai";
import { type Address, decodeEventLog, type Hex, hexToBigInt, keccak256, numberToHex } from "viem";
import { hashLog } from "../../core/batches/hashLog.ts";
import { foldHash } from "../../core/history/foldHash.ts";
import { foldsIn } from "../../core/history/foldsIn.ts";
import { HistoryMismatchError } from "../../core/history/HistoryMismatchError.ts";
import { joinWord } from "../../core/history/HistoryWord.ts";
import { HOW_PROVED } from "../../core/history/HOW_PROVED.ts";
import type { PlacedLog } from "../../core/history/PlacedLog.ts";
import { readBack } from "../../core/history/readBack.ts";
import { seedHash } from "../../core/history/seedHash.ts";
import { verifyHistory } from "../../core/history/verifyHistory.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { encodeLog } from "./support/encodeLog.ts";

interface Vectors {
  readonly program: {
    readonly chainId: number;
    readonly address: Address;
    readonly termsHash: Hex;
  };
  readonly creationBlock: number;
  readonly seed: Hex;
  readonly calls: readonly {
    readonly block: number;
    readonly time: number;
    readonly before: Hex;
    readonly digest: Hex;
    readonly after: Hex;
    readonly logs: readonly { topics: Hex[]; data: Hex; hash: Hex; event: string }[];
  }[];
}

const vectors: Vectors = JSON.parse(readFileSync("test/vectors/history.json", "utf8"));

/** As docs/history.md has it: 32 bytes each, one after the other. */
function hashOf(...values: readonly (Hex | bigint | number)[]): Hex {
  const words = values.map((value) => numberToHex(BigInt(value), { size: 32 }).slice(2));
  return keccak256(`0x${words.join("")}`);
}

function toTopics([first = "0x", ...rest]: readonly Hex[]): [Hex, ...Hex[]] {
  return [first, ...rest];
}

function wordOf(hash: Hex, block: number): bigint {
  return ((hexToBigInt(hash) & ((1n << 216n) - 1n)) << 40n) | BigInt(block);
}

describe("A program's history", () => {
  describe("published vectors", () => {
    it("follow from the documented steps alone", () => {
      const { chainId, address, termsHash } = vectors.program;
      let word = wordOf(hashOf(chainId, address, termsHash, 1), vectors.creationBlock);
      expect(word).to.equal(BigInt(vectors.seed));
      for (const { block, time, before, digest, after, logs } of vectors.calls) {
        const hashes = logs.map(({ topics, data }) =>
          keccak256(`0x${[...topics, data].map((part) => part.slice(2)).join("")}`),
        );
        expect(hashes).to.deep.equal(logs.map(({ hash }) => hash));
        expect(keccak256(`0x${hashes.map((hash) => hash.slice(2)).join("")}`)).to.equal(digest);
        expect(word).to.equal(BigInt(before));
        word = wordOf(hashOf(word, block, time, hashes.length, digest), block);
        expect(word).to.equal(BigInt(after));
      }
    });

    it("are what the code makes", () => {
      const hash = seedHash(vectors.program);
      let word = joinWord({ hash, block: BigInt(vectors.creationBlock) });
      for (const { block, time, logs, after } of vectors.calls) {
        const call = { previous: word, block: BigInt(block), time: BigInt(time) };
        word = joinWord({
          hash: foldHash({ ...call, hashes: logs.map(hashLog) }),
          block: call.block,
        });
        expect(word).to.equal(BigInt(after));
      }
    });

    it("hold every event that is folded, as the program emits it, and no other", () => {
      const logs = vectors.calls.flatMap((call) => call.logs);
      const folded = Object.entries(HOW_PROVED).filter(([, { how }]) => how === "folded");
      const todo = "`node tools/docs/writeHistoryVectors.ts` writes the vectors anew";
      expect([...new Set(logs.map(({ event }) => event))].toSorted(), todo).to.deep.equal(
        folded.map(([name]) => name).toSorted(),
      );
      for (const { event, topics, data } of logs) {
        const decoded = decodeEventLog({ abi: programAbi, topics: toTopics(topics), data });
        expect(decoded.eventName).to.equal(event);
      }
    });
  });

  it("is told of in the table of docs/history.md", () => {
    const text = readFileSync("docs/history.md", "utf8");
    const rows = text.matchAll(/^\| `(\w+)` \| (\w+) \| (.*) \|$/gm).toArray();
    const table = rows.map(([, name = "", how = "", by = ""]) => {
      return [name, { how, by: [...by.matchAll(/`(\w+)`/g)].map(([, view = ""]) => view) }];
    });
    expect(Object.fromEntries(table)).to.deep.equal(HOW_PROVED);
    const names = programAbi.flatMap((item) => (item.type === "function" ? [item.name] : []));
    expect(names).to.include.members(Object.values(HOW_PROVED).flatMap(({ by }) => by));
  });

  describe("read back from its newest word", () => {
    it("hops from call to call where ranges are more requests", async () => {
      const node = inventHistory({ calls: 300, blocks: 3_000_000, limit: 500n });
      expect(await readAll(node)).to.equal(300);
      expect(node.requests()).to.be.at.most(306);
    });

    it("asks for ranges, some side by side, where they are fewer", async () => {
      const node = inventHistory({ calls: 300, blocks: 30_000, limit: 10_000n });
      expect(await readAll(node)).to.equal(300);
      expect(node.requests()).to.be.at.most(8);
      expect(node.atOnce()).to.be.above(1);
    });

    it("asks once where the node gives everything", async () => {
      const node = inventHistory({ calls: 300, blocks: 3_000_000 });
      expect(await readAll(node)).to.equal(300);
      expect(node.requests()).to.equal(1);
    });

    it("follows several calls of one block in their order", async () => {
      const node = inventHistory({ calls: 12, blocks: 4, limit: 1n });
      expect(await readAll(node)).to.equal(12);
      expect(node.requests()).to.be.at.most(6);
    });

    it("goes on from any word", async () => {
      const node = inventHistory({ calls: 20, blocks: 1_000, limit: 10n });
      const folds = foldsIn(node.logs);
      const word = folds[10]?.previous ?? 0n;
      expect(await readAll({ ...node, word })).to.equal(10);
    });

    for (const limit of [1n, undefined]) {
      it(`misses nothing where too late a block is given for the creation, with a limit of ${limit}`, async () => {
        const node = inventHistory({ calls: 20, blocks: 1_000, limit });
        expect(await readAll(node, 990n)).to.equal(20);
        expect(await readAll(node, 951n)).to.equal(20);
      });
    }

    const isRefused = async (change: (logs: InventedLog[]) => InventedLog[], limit?: bigint) => {
      const node = inventHistory({ calls: 30, blocks: 3_000, limit });
      const error = await readAll({ ...node, logs: change(node.logs) }).catch((thrown) => thrown);
      expect(error).to.be.instanceOf(HistoryMismatchError);
      return { error: error as HistoryMismatchError, node };
    };
    const tenth = (logs: readonly InventedLog[]) => logs[19]?.blockNumber ?? 0n;

    for (const [way, limit] of [
      ["hopping", 1n],
      ["by ranges", undefined],
    ] as const) {
      describe(`${way}, refuses what the program does not remember:`, () => {
        it("a call left out", async () => {
          const { error, node } = await isRefused((logs) => logs.toSpliced(19, 2), limit);
          expect(error.block).to.equal(tenth(node.logs));
        });

        it("an event left out of a call", async () => {
          const { error, node } = await isRefused((logs) => logs.toSpliced(19, 1), limit);
          expect(error.block).to.equal(tenth(node.logs));
        });

        it("another event", async () => {
          const { error, node } = await isRefused((logs) => {
            const log = logs[19];
            return log === undefined ? [] : logs.with(19, { ...log, data: numberToHex(7n) });
          }, limit);
          expect(error.block).to.equal(tenth(node.logs));
        });

        it("an event more", async () => {
          const { error, node } = await isRefused((logs) => {
            const log = logs[19];
            const more = log && { ...log, logIndex: log.logIndex - 1 };
            return more === undefined ? [] : logs.toSpliced(19, 0, more);
          }, limit);
          expect(error.block).to.equal(tenth(node.logs));
        });

        it("another beginning", async () => {
          await isRefused((logs) => logs.slice(1), limit);
        });
      });
    }
  });

  describe("checked as a whole", () => {
    const verify = (change: (logs: InventedLog[]) => InventedLog[]) => {
      const { logs, word, seed } = inventHistory({ calls: 30, blocks: 300 });
      const folds = foldsIn(change(logs)).map((fold) => ({ ...fold, time: timeOf(fold) }));
      return verifyHistory(folds, seed, word).map(({ fold }) => fold?.blockNumber);
    };

    it("has no breaks", () => {
      expect(verify((logs) => logs)).to.deep.equal([]);
    });

    it("breaks where an event is missing", () => {
      expect(verify((logs) => logs.toSpliced(19, 1))).to.deep.equal([100n]);
    });

    it("breaks before a call that is missing", () => {
      expect(verify((logs) => logs.toSpliced(19, 2))).to.deep.equal([90n]);
    });

    it("breaks at the beginning where the first call is missing", () => {
      expect(verify((logs) => logs.toSpliced(1, 2))).to.deep.equal([undefined]);
    });
  });
});

type InventedLog = PlacedLog;

const ADDRESS = vectors.program.address;

function timeOf({ blockNumber }: Pick<PlacedLog, "blockNumber">): bigint {
  return 1_700_000_000n + blockNumber * 2n;
}

interface Invention {
  readonly calls: number;
  readonly blocks: number;
  /** The most blocks that the node gives at once. */
  readonly limit?: bigint | undefined;
}

/** A program that makes calls at even distances, each with one event, and a node that gives its logs. */
function inventHistory({ calls, blocks, limit }: Invention) {
  const { chainId, termsHash } = vectors.program;
  const seed = seedHash({ chainId, address: ADDRESS, termsHash });
  const logs = [inventLog("TermsAgreed", 0n, { termsHash, name: "", uri: "" })];
  let word = joinWord({ hash: seed, block: 0n });
  for (let call = 1; call <= calls; call++) {
    const block = BigInt(Math.floor((call * blocks) / calls));
    const args = { number: BigInt(call), status: 1, reason: "back" };
    const log = inventLog("StatusChanged", block, args, call);
    const previous = word;
    const hash = foldHash({ previous, block, time: timeOf(log), hashes: [hashLog(log)] });
    logs.push(log, inventLog("Folded", block, { previous }, call));
    word = joinWord({ hash, block });
  }
  let requests = 0;
  let underWay = 0;
  let atOnce = 0;
  return {
    ...{ logs, word, seed, requests: () => requests, atOnce: () => atOnce },
    async give(given: readonly InventedLog[], from: bigint, to: bigint) {
      requests += 1;
      underWay += 1;
      atOnce = Math.max(atOnce, underWay);
      await Promise.resolve();
      underWay -= 1;
      if (limit !== undefined && to - from >= limit)
        throw new Error(`eth_getLogs is limited to a ${limit} block range`);
      return given.filter(({ blockNumber }) => blockNumber >= from && blockNumber <= to);
    },
  };
}

function inventLog(eventName: string, blockNumber: bigint, args: object, call = 0): InventedLog {
  const { topics, data } = encodeLog(eventName, args);
  const transactionHash = numberToHex(call, { size: 32 });
  const logIndex = 2 * call + Number(eventName === "Folded");
  return { topics, data, blockNumber, transactionHash, logIndex };
}

/** Reads a history to its end. Returns how many calls it has. */
async function readAll(node: ReturnType<typeof inventHistory>, creation = 0n): Promise<number> {
  let count = 0;
  const reading = readBack<InventedLog>({
    ...{ chainId: vectors.program.chainId, address: ADDRESS, word: node.word, creation },
    getLogs: (from, to) => node.give(node.logs, from, to),
    timeOf: async (log) => timeOf(log),
  });
  for await (const _ of reading) count += 1;
  return count;
}
