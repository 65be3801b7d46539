import type { BalanceTransaction, Category } from "./BalanceTransaction.ts";

const UNDOES: Readonly<Partial<Record<Category, Category>>> = {
  refund_failure: "refund",
  dispute_reversal: "dispute",
};

/**
 * Refunds that failed and disputes that were won, and what undoes each: the one of the same id, else the latest of the same charge and
 * amount before it.
 * @param transactions Each once, what undoes after what it may undo.
 */
export function findUndone(
  transactions: readonly BalanceTransaction[],
): ReadonlySet<BalanceTransaction> {
  const found = new Set<BalanceTransaction>();
  const before: BalanceTransaction[] = [];
  for (const one of transactions) {
    const { category, charge, amount, id } = one;
    if (category === "refund" || category === "dispute") before.push(one);
    const ofWhat = UNDOES[category];
    if (ofWhat === undefined) continue;
    const open = before.filter(
      (other) => other.category === ofWhat && other.amount === amount && !found.has(other),
    );
    const undone =
      open.findLast((other) => other.id === id) ??
      open.findLast((other) => charge !== "" && other.charge === charge);
    if (undone !== undefined) found.add(undone).add(one);
  }
  return found;
}
