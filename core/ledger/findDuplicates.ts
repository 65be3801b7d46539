import type { Address, Hex } from "viem";
import { byRank, type Ranked } from "./byRank.ts";
import { OPEN, REATTRIBUTED, type SalePlace, VOID } from "./SaleBook.ts";

/** A posted sale, as far as it matters whether another one has its id. */
export interface Posting {
  readonly id: Hex;
  readonly at: SalePlace;
  readonly currency: Address;
  readonly amount: bigint;
  readonly refunded: bigint;
  /** Who paid it in the program; undefined where it was paid elsewhere. */
  readonly payer: string | undefined;
  /** Its dispute's state as the contract numbers it; undefined where it never had one. */
  readonly dispute: { readonly state: number } | undefined;
}

/** With the time from which on it cannot be made void any more. */
export interface LockingPosting extends Posting {
  readonly locksAt: number;
}

/** Two sales of one id. */
interface Pair<Sale> {
  /** The one that stands by the program's rule. */
  readonly standing: Sale;
  readonly duplicate: Sale;
}

/** A sale that has the id of one that stands before it. */
export interface Duplicate<Sale extends LockingPosting = LockingPosting> extends Pair<Sale> {
  /**
   * What `voidDuplicate` would do to it: make it `void`, or freeze it for the arbiter (`dispute`). Where it would do neither: the
   * arbiter has it before him (`waits`) or `decided` of it before, or it is final (`locked`).
   */
  readonly remedy: "void" | "dispute" | "waits" | "decided" | "locked";
}

/** The sales among postings that have the id of another one, with what is to be done to them. */
export function findDuplicates<Sale extends LockingPosting>(
  postings: Iterable<Sale>,
  now: number,
): Duplicate<Sale>[] {
  return pairDuplicates(postings).map((pair) => ({
    ...pair,
    remedy: remedyOf(pair.standing, pair.duplicate, now),
  }));
}

/**
 * The sales among postings that have the id of another one, each with the one that stands by the program's rule: the one that was
 * paid here, else the one that was posted first. Of what is void or was refunded in whole nothing stands, and nothing is too much.
 */
export function pairDuplicates<Sale extends Posting>(postings: Iterable<Sale>): Pair<Sale>[] {
  const byId = Map.groupBy(postings, ({ id }) => id);
  return [...byId.values()].flatMap((sales) => {
    if (sales.length === 1) return [];
    const [standing, ...others] = sales.filter(isLeft).sort(byRule);
    if (standing === undefined) return [];
    return others.map((duplicate) => ({ standing, duplicate }));
  });
}

/** Whether anything of a sale stands. */
export function isLeft({ amount, refunded, dispute }: Posting): boolean {
  return refunded < amount && dispute?.state !== VOID;
}

/** Which of two sales of one id stands before the other. */
export function byRule(one: Posting, other: Posting): number {
  return Number(isLeft(other)) - Number(isLeft(one)) || byRank(rankOf(one), rankOf(other));
}

function rankOf({ payer, at }: Posting): Ranked {
  return { isPaidHere: payer !== undefined, at };
}

/** What is to be done to a sale of which another one stands before. */
export function remedyOf(
  standing: Posting,
  duplicate: LockingPosting,
  now: number,
): Duplicate["remedy"] {
  const isOpen = duplicate.dispute?.state === OPEN;
  if (now >= duplicate.locksAt) return isOpen ? "waits" : "locked";
  const covers =
    standing.currency === duplicate.currency &&
    standing.amount - standing.refunded >= duplicate.amount;
  // Whatever became of a dispute of it, for whoever it pays must not shield it by one; what the arbiter gave to others is theirs.
  if (covers && duplicate.dispute?.state !== REATTRIBUTED) return "void";
  if (isOpen) return "waits";
  return duplicate.dispute === undefined ? "dispute" : "decided";
}
