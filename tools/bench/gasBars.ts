/** One measured operation, with its bar where it has one. */
export interface GasRow {
  operation: string;
  gas: number;
  bar?: number;
}

/** What each operation may cost at most. */
export const GAS_BARS: Record<string, { bar: number }> = {
  "revenue, ETH, 2 holders": { bar: 30_000 },
  "revenue, ETH, 100 holders": { bar: 30_000 },
  "revenue, ETH, 1000 holders": { bar: 30_000 },
  "revenue, ERC-20, 2 holders": { bar: 60_000 },
  "revenue, ERC-20, 100 holders": { bar: 60_000 },
  "revenue, ERC-20, 1000 holders": { bar: 60_000 },
  "claim by the partner, ETH": { bar: 48_000 },
  "claim by the partner, ERC-20": { bar: 56_000 },
  "claim for 100 partners, each, ETH": { bar: 20_000 },
  "sale, 3 credits, 3 partners, ETH": { bar: 40_000 },
  "sale, 3 credits, 3 partners, ERC-20": { bar: 40_000 },
  "sale, 3 credits, 30 partners, ETH": { bar: 40_000 },
  "sale, 3 credits, 30 partners, ERC-20": { bar: 40_000 },
  "deploy a program (SaaS)": { bar: 700_000 },
};
