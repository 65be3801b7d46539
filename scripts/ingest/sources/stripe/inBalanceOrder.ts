import type { BalanceTransaction, Category } from "./BalanceTransaction.ts";

/** Within one second money comes before it goes, and goes before it comes back, in whichever order the lines are. */
const RANKS: Readonly<Record<Category, number>> = {
  ...{ sale: 0, partial_capture: 1, refund: 1, failure: 1, dispute: 1 },
  ...{ refund_failure: 2, dispute_reversal: 2, cost: 3, unknown: 3 },
};

/** Transactions in the order of time, each once, however many files have it. */
export function inBalanceOrder(transactions: readonly BalanceTransaction[]): BalanceTransaction[] {
  const known = new Map(transactions.toReversed().map((one) => [contentOf(one), one]));
  return transactions
    .filter((one) => known.get(contentOf(one)) === one)
    .sort((a, b) => a.occurredAt - b.occurredAt || RANKS[a.category] - RANKS[b.category]);
}

function contentOf({ from: _, ...row }: BalanceTransaction): string {
  return JSON.stringify(row, (_key, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}
