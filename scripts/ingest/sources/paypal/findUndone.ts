import { groupBy } from "../../facts/groupBy.ts";
import type { ToldTransaction } from "./joinTellings.ts";

const UNDOES: Readonly<Partial<Record<ToldTransaction["type"], ToldTransaction["type"]>>> = {
  "reversal undone": "reversal",
  "dispute hold lifted": "dispute hold",
};

/**
 * Reversals that were undone and holds that were lifted, each with what did it: the one that it names, else the latest of the same
 * payment, of the same amount, and not later. Within one second either may come first.
 * @param transactions In the order of time.
 */
export function findUndone(transactions: readonly ToldTransaction[]): ReadonlySet<ToldTransaction> {
  const undone = new Set<ToldTransaction>();
  const undoable = transactions.filter(isUndoable);
  const byId = groupBy(undoable, ({ id }) => id);
  const byPayment = groupBy(undoable, ({ reference }) => reference || undefined);
  const undoing = transactions.filter(
    ({ type, standing, reference }) =>
      UNDOES[type] !== undefined && standing === "paid" && reference !== "",
  );
  // Those that name what they undo choose before those that leave a choice.
  for (const named of [byId, byPayment]) {
    for (const one of undoing) {
      if (undone.has(one)) continue;
      const found = (named.get(one.reference) ?? []).findLast(
        (before) => !undone.has(before) && isUndoneBy(before, one),
      );
      if (found !== undefined) undone.add(found).add(one);
    }
  }
  return undone;
}

function isUndoable({ type, standing }: ToldTransaction): boolean {
  return type === "reversal" ? standing === "paid" : type === "dispute hold";
}

function isUndoneBy(before: ToldTransaction, one: ToldTransaction): boolean {
  return (
    before.type === UNDOES[one.type] &&
    before.currency === one.currency &&
    before.gross !== undefined &&
    before.gross === -(one.gross ?? 0n) &&
    before.occurredAt <= one.occurredAt
  );
}
