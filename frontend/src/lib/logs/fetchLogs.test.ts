import { expect, test } from "@playwright/test";
import { fetchLogs, type LogKey } from "./fetchLogs";

interface Entry extends LogKey {
  readonly block: bigint;
}

/** One log in every seventh block, told for few blocks at a time. */
function nodeThatAllows(most: bigint, asked: [bigint, bigint][] = []) {
  return async (from: bigint, to: bigint): Promise<readonly Entry[]> => {
    asked.push([from, to]);
    if (to - from + 1n > most) throw new Error("block range too large");
    const logs: Entry[] = [];
    for (let block = from; block <= to; block++) {
      if (block % 7n === 0n) logs.push({ block, transactionHash: `0x${block}`, logIndex: 0 });
    }
    return logs;
  };
}

const always = () => true;

test("reads everything at once where the node allows it", async () => {
  const asked: [bigint, bigint][] = [];
  const logs = await fetchLogs(nodeThatAllows(1_000n, asked), 0n, 99n, always);
  expect(logs).toHaveLength(15);
  expect(asked).toEqual([[0n, 99n]]);
});

for (const most of [1n, 3n, 10n, 64n]) {
  test(`misses nothing and repeats nothing where the node allows ${most} blocks`, async () => {
    const logs = await fetchLogs(nodeThatAllows(most), 5n, 105n, always);
    const blocks = logs.map(({ block }) => block);
    expect(blocks).toEqual([
      7n,
      14n,
      21n,
      28n,
      35n,
      42n,
      49n,
      56n,
      63n,
      70n,
      77n,
      84n,
      91n,
      98n,
      105n,
    ]);
  });
}

test("keeps a log once that comes twice", async () => {
  const twice = async (): Promise<readonly Entry[]> => [
    { block: 1n, transactionHash: "0x1", logIndex: 0 },
    { block: 1n, transactionHash: "0x1", logIndex: 0 },
    { block: 1n, transactionHash: "0x1", logIndex: 1 },
  ];
  expect(await fetchLogs(twice, 0n, 9n, always)).toHaveLength(2);
});

test("does not halve for a node that is not there", async () => {
  const asked: [bigint, bigint][] = [];
  const reading = fetchLogs(nodeThatAllows(0n, asked), 0n, 99n, () => false);
  await expect(reading).rejects.toThrow("block range too large");
  expect(asked).toHaveLength(1);
});

test("gives up where single blocks fail", async () => {
  const reading = fetchLogs(nodeThatAllows(0n), 0n, 99n, always);
  await expect(reading).rejects.toThrow("block range too large");
});

test("gives up, and says why, where the history would take too many questions", async () => {
  const reading = fetchLogs(nodeThatAllows(1n), 0n, 9_999n, always);
  await expect(reading).rejects.toThrow(/allows too few blocks at a time/);
});
