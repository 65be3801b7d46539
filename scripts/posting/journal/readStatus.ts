import type { Hash } from "viem";
import type { ItemKind, ItemState, OpenItem } from "./Item.ts";
import type { Journal } from "./Journal.ts";
import type { Transaction } from "./Transaction.ts";

/** How many waiting items are told by name. */
const TOLD = 50;

type Counts = Record<ItemState, number>;

/** A transaction whose end is open. Fees are in wei per unit of gas. */
interface OpenTransaction extends Pick<Transaction, "purpose" | "nonce" | "state"> {
  readonly attempts: number;
  readonly hash: Hash | undefined;
  readonly maxFee: string;
}

/** How far everything is. */
export interface PostingStatus {
  readonly sales: Counts;
  readonly refunds: Counts;
  readonly transactions: readonly OpenTransaction[];
  /** The first items that no transaction is under way for, and why where that is known. */
  readonly waiting: readonly Omit<OpenItem, "id">[];
  /** How many wait besides those. */
  readonly waitingMore: number;
}

/** As people count: `s-2` before `s-10`. */
const { compare } = new Intl.Collator("en", { numeric: true });

export function readStatus(journal: Journal): PostingStatus {
  const open = journal.openItems().sort(byKindAndName);
  return {
    sales: countsOf(journal, "sale"),
    refunds: countsOf(journal, "refund"),
    transactions: [...journal.openTransactions(), ...journal.handedOut()].map(toOpen),
    waiting: open
      .slice(0, TOLD)
      .map(({ kind, name, state, note }) => ({ kind, name, state, note })),
    waitingMore: Math.max(0, open.length - TOLD),
  };
}

function byKindAndName(one: OpenItem, other: OpenItem): number {
  return compare(one.kind, other.kind) || compare(one.name, other.name);
}

function countsOf(journal: Journal, wanted: ItemKind): Counts {
  const counts: Counts = { seen: 0, attributed: 0, sent: 0, mined: 0, final: 0 };
  for (const { kind, state, count } of journal.countItems()) {
    if (kind === wanted) counts[state] = count;
  }
  return counts;
}

function toOpen({ purpose, nonce, state, attempts }: Transaction): OpenTransaction {
  const { hash, maxFee = 0n } = attempts.at(-1) ?? {};
  return { purpose, nonce, state, attempts: attempts.length, hash, maxFee: String(maxFee) };
}
