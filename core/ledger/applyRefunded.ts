import type { EventNamed } from "../logs/decodeEvents.ts";
import { sum } from "../money/sum.ts";
import { type CurrencyBook, currencyBook, type Entry, partyOf, type SaleBook } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import { uncountSale } from "./countSale.ts";
import { addCredit } from "./credits.ts";
import { OPEN } from "./disputeEvents.ts";
import { giveBack } from "./giveBack.ts";

/** Enters a refund: takes back from the lines, from the revenue, and gives it to whoever funded the sale. */
export function applyRefunded(entry: Entry, args: EventNamed<"SaleRefunded">["args"]): void {
  const { books, terms, time } = entry;
  const { saleId, refundId, amount, returned, setAside, reversed } = args;
  const sale = books.sales.get(saleId);
  if (sale === undefined)
    throw new BrokenHistoryError(`the sale ${saleId} is refunded, but was never posted`);
  if (books.refunds.has(refundId))
    throw new BrokenHistoryError(`the refund ${refundId} is made twice`);
  books.refunds.add(refundId);
  const book = currencyBook(books, sale.currency);
  if (sale.dispute?.state === OPEN) reverseFrozen(book, sale, sale.dispute, reversed);
  else {
    reverseLines(book, sale, reversed, time);
    if (amount === sale.amount - sale.refunded) uncountSale(books, terms, sale);
  }
  giveBack(entry, book, sale, { amount, returned, setAside, credited: sum(reversed) });
}

function reverseLines(
  book: CurrencyBook,
  { lines, period }: SaleBook,
  reversed: readonly bigint[],
  time: number,
): void {
  for (const [index, { partner }] of lines.entries()) {
    const part = reversed[index] ?? 0n;
    addCredit(book, partner, period, { reversed: part });
    partyOf(book, partner).movements.push({ time, kind: "reversed", amount: part });
  }
}

/** Lines in dispute are in nobody's books: only less of them is frozen. */
function reverseFrozen(
  book: CurrencyBook,
  sale: SaleBook,
  dispute: NonNullable<SaleBook["dispute"]>,
  reversed: readonly bigint[],
): void {
  for (const [index, { partner }] of sale.lines.entries())
    addCredit(book, partner, sale.period, { frozen: -(reversed[index] ?? 0n) });
  const frozen = dispute.frozen.map((part, index) => part - (reversed[index] ?? 0n));
  sale.dispute = { ...dispute, frozen };
}
