import type { Address } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { lockedPeriods, lockTime, periodAt } from "../../../core/deal/periods.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { sum } from "../../../core/money/sum.ts";
import { buildStatement } from "./buildStatement.ts";

/** What is earned and can still be refunded, in one currency. */
export interface Held {
  readonly currency: Currency;
  readonly amount: bigint;
  /** When the first of it locks; seconds. */
  readonly locks: number;
}

/** What is held in each currency, of one wallet or of everyone. */
export function heldOf(books: Books, now: number, wallet?: Address): Held[] {
  const terms = termsAt(books, now);
  const held = new Map<Currency, Held>();
  for (let period = lockedPeriods(terms, now); period <= periodAt(terms, now); period++) {
    const rows = buildStatement(books, now, period).filter(
      (row) => wallet === undefined || row.wallet === wallet,
    );
    for (const { currency } of books.currencies.values()) {
      const own = rows.filter((row) => row.currency === currency);
      const amount = sum(own.map((row) => row.held));
      if (amount <= 0n) continue;
      const before = held.get(currency);
      held.set(currency, {
        currency,
        amount: amount + (before?.amount ?? 0n),
        locks: before?.locks ?? lockTime(terms, period),
      });
    }
  }
  return [...held.values()];
}
