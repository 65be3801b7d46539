import { expect } from "chai";
import { HttpRequestError, RpcRequestError } from "viem";
import type { LogKey } from "../../core/logs/GetLogs.ts";
import { readLogs } from "../../core/logs/readLogs.ts";
import { refusal } from "../integration/support/refusal.ts";

interface Entry extends LogKey {
  readonly blockNumber: bigint;
  readonly logIndex: number;
}

interface Range {
  readonly from: bigint;
  readonly to: bigint;
}

const URL = "http://node";

/** A node with two logs in every hundredth block, or with so many in each, that answers with an error where `fails` gives one. */
function nodeThat(fails: (range: Range, question: number) => Error | undefined, each = 0) {
  const asked: Range[] = [];
  const getLogs = async (from: bigint, to: bigint): Promise<readonly Entry[]> => {
    asked.push({ from, to });
    const error = fails({ from, to }, asked.length);
    if (error !== undefined) throw error;
    const logs: Entry[] = [];
    for (let block = from; block <= to; block++) {
      for (let index = 0; index < each; index++) logs.push(logAt(block, index));
      if (each === 0 && block % 100n === 0n) logs.push(logAt(block, 1), logAt(block, 0));
    }
    return logs;
  };
  return { getLogs, asked, sizes: () => asked.map(({ from, to }) => to - from + 1n) };
}

function logAt(blockNumber: bigint, logIndex: number): Entry {
  return { blockNumber, transactionHash: `0x${blockNumber}`, logIndex };
}

/** A node that allows so many blocks at a time. */
const allowing = (most: bigint) =>
  nodeThat(({ from, to }) =>
    to - from + 1n > most ? new Error("block range too large") : undefined,
  );

const answering = () => nodeThat(() => undefined);

const placesOf = (logs: readonly Entry[]) =>
  logs.map(({ blockNumber, logIndex }) => [Number(blockNumber), logIndex]);

const EXPECTED = Array.from({ length: 301 }, (_, i) => [
  [i * 100, 0],
  [i * 100, 1],
]).flat();

const TOO_MANY = new HttpRequestError({ url: URL, status: 429, details: "Too Many Requests" });
const NOT_THERE = new HttpRequestError({ url: URL, details: "fetch failed" });

describe("Reading logs", () => {
  const all = { fromBlock: 0n, toBlock: 30_000n } as const;
  const range = { ...all, firstSize: 500n } as const;

  it("reads all in order, in ranges that follow each other without gap or overlap", async () => {
    const { getLogs, asked } = answering();
    expect(placesOf(await readLogs(getLogs, range))).to.deep.equal(EXPECTED);
    expect(asked[0]?.from).to.equal(0n);
    expect(asked.at(-1)?.to).to.equal(30_000n);
    for (const [index, { from }] of asked.entries()) {
      if (index > 0) expect(from).to.equal((asked[index - 1]?.to ?? 0n) + 1n);
    }
  });

  it("reads everything at once where the node allows it", async () => {
    const { getLogs, asked } = answering();
    expect(await readLogs(getLogs, all)).to.have.length(602);
    expect(asked).to.deep.equal([{ from: 0n, to: 30_000n }]);
  });

  for (const most of [1n, 3n, 10n, 64n]) {
    it(`misses nothing and repeats nothing where the node allows ${most} blocks`, async () => {
      const { getLogs } = allowing(most);
      const logs = await readLogs(getLogs, { fromBlock: 95n, toBlock: 405n });
      expect(placesOf(logs)).to.deep.equal(EXPECTED.slice(2, 10));
    });
  }

  it("halves a range that the node refuses as too large, and asks for none above it again", async () => {
    const { getLogs, asked, sizes } = allowing(701n);
    expect(placesOf(await readLogs(getLogs, range))).to.deep.equal(EXPECTED);
    expect(asked.length).to.be.greaterThan(43);
    const refused = sizes().filter((size) => size > 701n);
    expect(refused).to.deep.equal([1_000n]);
  });

  it("asks for fewer blocks where they have many logs", async () => {
    const { getLogs, sizes } = nodeThat(() => undefined, 50);
    expect(await readLogs(getLogs, { ...range, toBlock: 2_000n })).to.have.length(2_001 * 50);
    expect(sizes().slice(0, 4)).to.deep.equal([500n, 250n, 125n, 62n]);
  });

  it("asks for more blocks again after some that had too many logs for an answer", async () => {
    const busy = { from: 4_000n, to: 4_010n };
    const { getLogs, sizes } = nodeThat(({ from, to }) =>
      from <= busy.to && to >= busy.from && to - from > 50n
        ? new RpcRequestError({
            ...{ url: URL, body: {} },
            error: { code: -32_005, message: "query returned more than 10000 results" },
          })
        : undefined,
    );
    expect(placesOf(await readLogs(getLogs, range))).to.deep.equal(EXPECTED);
    expect(Number(sizes().at(-2))).to.be.greaterThan(1_000);
  });

  it("keeps a log once that comes twice, and none of a chain that was given up", async () => {
    const twice = async (): Promise<readonly Entry[]> => [
      logAt(1n, 0),
      logAt(1n, 0),
      logAt(1n, 1),
      { ...logAt(2n, 0), removed: true },
    ];
    const logs = await readLogs(twice, { fromBlock: 0n, toBlock: 9n });
    expect(placesOf(logs)).to.deep.equal([
      [1, 0],
      [1, 1],
    ]);
  });

  it("asks a node again that has no time now, for the same blocks", async () => {
    const { getLogs, asked } = nodeThat((_, question) => (question < 3 ? TOO_MANY : undefined));
    expect(await readLogs(getLogs, all)).to.have.length(602);
    expect(asked).to.deep.equal(Array.from({ length: 3 }, () => ({ from: 0n, to: 30_000n })));
  });

  const coded = (code: string) => Object.assign(new Error("fetch failed"), { code });
  const TOO_LARGE: readonly (readonly [string, Error])[] = [
    ["a range", new Error("block range too large")],
    ["a gateway's timeout", new HttpRequestError({ url: URL, status: 504, details: "" })],
    ["headers that do not come", new Error("no", { cause: coded("UND_ERR_HEADERS_TIMEOUT") })],
    ["a query's timeout", new Error("query execution timed out")],
    [
      "a limit told as too many requests",
      new HttpRequestError({ url: URL, status: 429, details: "limit is 1000 blocks" }),
    ],
  ];
  for (const [what, error] of TOO_LARGE) {
    it(`asks for fewer blocks where it is refused for ${what}`, async () => {
      const { getLogs } = nodeThat(({ from, to }) => (to - from > 1_200n ? error : undefined));
      expect(placesOf(await readLogs(getLogs, { ...all, firstSize: 500n }))).to.deep.equal(
        EXPECTED,
      );
    });
  }

  it("does not halve for a connection that is not made", async () => {
    const failure = coded("ETIMEDOUT");
    const { getLogs, asked } = nodeThat(() => failure);
    expect(await readLogs(getLogs, all).catch((reason: unknown) => reason)).to.equal(failure);
    expect(asked).to.have.length(4);
  });

  it("does not halve for a node that is not there", async () => {
    const { getLogs, asked } = nodeThat(() => NOT_THERE);
    const error = await readLogs(getLogs, all).catch((reason: unknown) => reason);
    expect(error).to.equal(NOT_THERE);
    expect(asked).to.deep.equal(Array.from({ length: 4 }, () => ({ from: 0n, to: 30_000n })));
  });

  it("tries again where a single block fails for a moment", async () => {
    const { getLogs } = nodeThat((_, question) => (question < 3 ? new Error("oops") : undefined));
    const logs = await readLogs(getLogs, { fromBlock: 100n, toBlock: 100n });
    expect(placesOf(logs)).to.deep.equal([
      [100, 0],
      [100, 1],
    ]);
  });

  it("says which block it cannot read", async () => {
    const { getLogs } = nodeThat(({ from, to }) =>
      from <= 150n && to >= 150n ? new Error("oops") : undefined,
    );
    const error = await refusal(readLogs(getLogs, { ...range, toBlock: 200n }));
    expect(error.message).to.include("block 150").and.include("another RPC");
  });

  it("gives up, and says why, where the history would take too many questions", async () => {
    const { getLogs, asked } = allowing(1n);
    const error = await refusal(readLogs(getLogs, { ...all, mostQuestions: 600 }));
    expect(error.message).to.match(/allows too few blocks at a time/);
    expect(asked).to.have.length(600);
  });
});
