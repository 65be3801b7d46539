import type { Transaction } from "./Transaction.ts";

/** Whether what follows can rest on a transaction: it is in a block, or whoever makes its call makes the next ones too. */
export function isInPlace({ state }: Pick<Transaction, "state">): boolean {
  return state === "mined" || state === "final" || state === "handed out";
}
