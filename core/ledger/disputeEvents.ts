import type { Hex } from "viem";
import { periodAt } from "../deal/periods.ts";
import { sum } from "../money/sum.ts";
import { type Books, currencyBook, type Entry, partyOf, type SaleBook } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import { countLate, countSale, uncountSale } from "./countSale.ts";
import { addCredit } from "./credits.ts";
import { giveBack, payBack } from "./giveBack.ts";
import type { Handlers } from "./Handlers.ts";
import { settle } from "./settle.ts";

/** How the contract numbers the states of a dispute. */
export const OPEN = 1;
export const VOID = 3;

/** Sales in dispute: their lines are in nobody's books until it ends. */
export const disputeEvents: Handlers<"SaleDisputed" | "DisputeSettled"> = {
  SaleDisputed({ books, terms, time }, { saleId, partner, deadline, frozen }) {
    const sale = saleOf(books, saleId);
    const book = currencyBook(books, sale.currency);
    for (const [index, line] of sale.lines.entries()) {
      const part = frozen[index] ?? 0n;
      addCredit(book, line.partner, sale.period, { earned: -part, frozen: part });
      partyOf(book, line.partner).movements.push({ time, kind: "reversed", amount: part });
    }
    uncountSale(books, terms, sale);
    const period = periodAt(terms, time);
    sale.dispute = { state: OPEN, partner: Number(partner), period, deadline, frozen };
  },

  DisputeSettled(entry, { saleId, state, parties, amounts, isFinal, returned, setAside }) {
    const { books, time } = entry;
    const sale = saleOf(books, saleId);
    const frozen = thaw(books, sale, saleId, state);
    const book = currencyBook(books, sale.currency);
    if (state !== VOID) {
      sale.lines = sale.lines.map((line, i) => ({ ...line, partner: parties[i] ?? line.partner }));
      stand(entry, sale, amounts, isFinal);
    } else if (isFinal) payBack(book, sale, returned, time);
    else {
      const amount = sale.amount - sale.refunded;
      giveBack(entry, book, sale, { amount, returned, setAside, credited: sum(frozen) });
    }
  },
};

/** Ends a dispute. Returns what it froze. */
function thaw(books: Books, sale: SaleBook, saleId: Hex, state: number): readonly bigint[] {
  const { dispute } = sale;
  if (dispute?.state !== OPEN)
    throw new BrokenHistoryError(`the dispute of the sale ${saleId} ends, but none is open`);
  for (const [index, { partner }] of sale.lines.entries()) {
    const frozen = -(dispute.frozen[index] ?? 0n);
    addCredit(currencyBook(books, sale.currency), partner, sale.period, { frozen });
  }
  sale.dispute = { ...dispute, state, frozen: [] };
  return dispute.frozen;
}

/** Gives each line's amount to its partner: held again, or owed at once. */
function stand(
  { books, terms, time }: Entry,
  sale: SaleBook,
  amounts: readonly bigint[],
  isFinal: boolean,
): void {
  const book = currencyBook(books, sale.currency);
  for (const [index, { partner }] of sale.lines.entries()) {
    const amount = amounts[index] ?? 0n;
    if (isFinal) settle(book, partner, { source: "dispute", amount, time });
    else {
      addCredit(book, partner, sale.period, { earned: amount });
      partyOf(book, partner).movements.push({ time, kind: "reversed", amount: -amount });
    }
  }
  if (sale.refunded === sale.amount) return;
  if (isFinal) countLate(books, terms, sale, amounts);
  else countSale(books, terms, sale);
}

function saleOf({ sales }: Books, saleId: Hex): SaleBook {
  const sale = sales.get(saleId);
  if (sale === undefined)
    throw new BrokenHistoryError(`the sale ${saleId} is disputed, but was never posted`);
  return sale;
}
