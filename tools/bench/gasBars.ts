/** One measured operation, with its bar where it has one. */
export interface GasRow {
  operation: string;
  gas: number;
  bar?: number;
}

/** What each operation may cost at most. */
export const GAS_BARS: Record<string, { bar: number }> = {
  "receive, ETH, 2 lines": { bar: 30_000 },
  "receive, ETH, 100 lines": { bar: 30_000 },
  "receive, ETH, 1000 lines": { bar: 30_000 },
  "receive, ERC-20, 2 lines": { bar: 60_000 },
  "receive, ERC-20, 100 lines": { bar: 60_000 },
  "receive, ERC-20, 1000 lines": { bar: 60_000 },
  "claim by the partner, ETH": { bar: 48_000 },
  "claim by the partner, ERC-20": { bar: 56_000 },
  "claim for 100 partners, each, ETH": { bar: 20_000 },
  "sale, 3 credits, 3 partners, ETH": { bar: 40_000 },
  "sale, 3 credits, 3 partners, ERC-20": { bar: 40_000 },
  "sale, 3 credits, 30 partners, ETH": { bar: 40_000 },
  "sale, 3 credits, 30 partners, ERC-20": { bar: 40_000 },
  "create a program (SaaS)": { bar: 700_000 },
};
