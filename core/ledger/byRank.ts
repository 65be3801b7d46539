import type { SalePlace } from "./SaleBook.ts";

/** What decides which of several sales of one id stands, where something of each is left. */
export interface Ranked {
  readonly isPaidHere: boolean;
  readonly at: SalePlace;
}

/** Which of two sales of one id stands before the other: the one that was paid here, else the one that was posted first. */
export function byRank(one: Ranked, other: Ranked): number {
  return Number(other.isPaidHere) - Number(one.isPaidHere) || one.at - other.at;
}
