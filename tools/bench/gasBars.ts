import type { Spending } from "./reprice.ts";

/** One measured operation, with its bar where it has one. */
export interface GasRow {
  operation: string;
  /** Each, where it is one of several in a transaction. */
  gas: number;
  /** What it would cost by the prices ahead; see `reprice`. */
  repriced?: number;
  /** What the whole transaction does that the prices ahead change. */
  spending?: Spending;
  bar?: number;
}

/** What each operation may cost at most. */
export const GAS_BARS: Record<string, { bar: number }> = {
  "receive, ETH, 2 lines": { bar: 29_975 },
  "receive, ETH, 100 lines": { bar: 29_975 },
  "receive, ETH, 1000 lines": { bar: 29_975 },
  "receive, ERC-20, 2 lines": { bar: 56_400 },
  "receive, ERC-20, 100 lines": { bar: 56_400 },
  "receive, ERC-20, 1000 lines": { bar: 56_400 },
  "claim by the partner, ETH": { bar: 44_000 },
  "claim by the partner, ERC-20": { bar: 54_500 },
  "claim after 240 quiet periods, ETH": { bar: 60_000 },
  "claim for 100 partners, each, ETH": { bar: 18_500 },
  "claim for 100 partners, each, ERC-20": { bar: 20_500 },
  ...bars("sale, 3 roles, batch of 50, 3 partners", 10_000),
  ...bars("sale, 3 roles, batch of 50, 30 partners", 12_000),
  ...bars("sale, 3 roles, batch of 50, 150 partners", 19_000),
  ...bars("sale, 3 roles, batch of 200, 30 partners", 8_500),
  ...bars("sale, one role by 3 weights, batch of 200, 30 partners", 12_000),
  ...bars("sale, one role by 6 weights, batch of 200, 30 partners", 18_000),
  ...bars("refund alone", 105_000),
  ...bars("refund of 20, each", 60_000),
  ...bars("dispute", 110_000),
  "create a program (SaaS)": { bar: 700_000 },
};

/** The same for both currencies. The first batch of a period, which takes new slots for its partners, has none. */
function bars(operation: string, bar: number): Record<string, { bar: number }> {
  return { [`${operation}, ETH`]: { bar }, [`${operation}, ERC-20`]: { bar } };
}
