import { nextTag } from "../batches/nextTag.ts";
import type { EventNamed } from "../logs/decodeEvents.ts";
import { sum } from "../money/sum.ts";
import { type CurrencyBook, currencyBook, type Entry, partyOf } from "./Books.ts";
import { uncountSale } from "./countSale.ts";
import { addCredit } from "./credits.ts";
import { giveBack } from "./giveBack.ts";
import { leaveDisputes } from "./leaveDisputes.ts";
import { OPEN, type SaleBook } from "./SaleBook.ts";
import { saleAt } from "./saleAt.ts";

/** Enters a refund: takes back from the lines, from the revenue, and gives it to whoever funded the sale. */
export function applyRefunded(entry: Entry, args: EventNamed<"SaleRefunded">["args"]): void {
  const { books, time } = entry;
  const { refundId, amount, returned, setAside, reversed } = args;
  const sale = saleAt(books, args);
  books.refunds.set(refundId, [...(books.refunds.get(refundId) ?? []), sale.at]);
  sale.tag = nextTag(sale.tag, refundId);
  const book = currencyBook(books, sale.currency);
  const isWhole = amount === sale.amount - sale.refunded;
  if (isWhole) leaveDisputes(entry, sale);
  if (sale.dispute?.state === OPEN) reverseFrozen(book, sale, sale.dispute, reversed);
  else {
    reverseLines(book, sale, reversed, time);
    if (isWhole) uncountSale(books, sale);
  }
  giveBack(entry, book, sale, { amount, returned, setAside, credited: sum(reversed) });
}

/** Takes amounts out of the books of a sale's lines. */
export function reverseLines(
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
