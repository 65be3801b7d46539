import { expect, test } from "@playwright/test";
import { ReadBlocks } from "./ReadBlocks";

interface TestLog {
  readonly blockNumber: bigint;
  readonly transactionHash: string;
  readonly logIndex: number;
}

function logIn(block: number, logIndex = 0): TestLog {
  return { blockNumber: BigInt(block), transactionHash: `0x${block}`, logIndex };
}

function read(
  ...ranges: readonly (readonly [from: number, to: number, blocks: readonly number[]])[]
) {
  const blocks = new ReadBlocks<TestLog>();
  for (const [from, to, logs] of ranges)
    blocks.add({ from: BigInt(from), to: BigInt(to), logs: logs.map((block) => logIn(block)) });
  return blocks;
}

function numbersIn(logs: readonly TestLog[] | undefined): number[] | undefined {
  return logs?.map(({ blockNumber }) => Number(blockNumber));
}

function gapsIn(blocks: ReadBlocks<TestLog>, first: number, last: number): number[][] {
  return blocks.gaps(BigInt(first), BigInt(last)).map(({ from, to }) => [Number(from), Number(to)]);
}

test("what is read in any order is known in the chain's", () => {
  const blocks = read([20, 29, [21, 25]], [0, 9, [3]], [10, 19, [10, 19]]);
  expect(numbersIn(blocks.logs())).toEqual([3, 10, 19, 21, 25]);
  expect(gapsIn(blocks, 0, 29)).toEqual([]);
  expect(numbersIn(blocks.find(5n, 21n))).toEqual([10, 19, 21]);
});

test("gaps are told, the newest first, within what is asked for", () => {
  const blocks = read([40, 40, [40]], [10, 19, [12]]);
  expect(gapsIn(blocks, 0, 50)).toEqual([
    [41, 50],
    [20, 39],
    [0, 9],
  ]);
  expect(gapsIn(blocks, 15, 45)).toEqual([
    [41, 45],
    [20, 39],
  ]);
  expect(gapsIn(blocks, 12, 18)).toEqual([]);
  expect(gapsIn(read(), 3, 5)).toEqual([[3, 5]]);
});

test("a range that is read again takes the place of what was known of its blocks, and of no others", () => {
  const blocks = read([0, 29, [1, 11, 15, 28]], [10, 19, [14]]);
  expect(numbersIn(blocks.logs())).toEqual([1, 14, 28]);
  expect(numbersIn(blocks.find(10n, 19n))).toEqual([14]);
  expect(gapsIn(blocks, 0, 29)).toEqual([]);
  const whole = read([10, 12, [11]], [0, 29, [2]]);
  expect(numbersIn(whole.logs())).toEqual([2]);
});

test("what is not read whole is not known", () => {
  const blocks = read([0, 9, [3]], [11, 20, [12]]);
  expect(blocks.find(3n, 12n)).toBeUndefined();
  expect(blocks.find(10n, 10n)).toBeUndefined();
  expect(numbersIn(blocks.find(11n, 11n))).toEqual([]);
});
