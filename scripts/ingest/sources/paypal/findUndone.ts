import type { PaypalTransaction } from "./PaypalTransaction.ts";

const UNDOES: Readonly<Partial<Record<PaypalTransaction["type"], PaypalTransaction["type"]>>> = {
  "reversal undone": "reversal",
  "dispute hold lifted": "dispute hold",
};

/** Reversals that were undone and holds that were lifted, each with what did it: the latest before it of the same payment and amount. */
export function findUndone(
  transactions: readonly PaypalTransaction[],
): ReadonlySet<PaypalTransaction> {
  const undone = new Set<PaypalTransaction>();
  for (const [index, one] of transactions.entries()) {
    const ofWhat = UNDOES[one.type];
    if (ofWhat === undefined) continue;
    const found = transactions
      .slice(0, index)
      .findLast(
        (before) => before.type === ofWhat && !undone.has(before) && isUndoneBy(before, one),
      );
    if (found !== undefined) undone.add(found).add(one);
  }
  return undone;
}

/** It names what it undoes, or the payment that both are of. */
function isUndoneBy(before: PaypalTransaction, one: PaypalTransaction): boolean {
  const isOfIt =
    one.reference !== "" && (one.reference === before.id || one.reference === before.reference);
  return isOfIt && one.currency === before.currency && one.gross === -before.gross;
}
