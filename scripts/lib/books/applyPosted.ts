import type { EventNamed } from "../history/readEvents.ts";
import type { Terms } from "../terms/ParsedTerms.ts";
import { standingRateAt } from "../terms/worstCase.ts";
import { addRevenue } from "./addRevenue.ts";
import { type Books, currencyBook, partyOf } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import { periodAt } from "./schedule.ts";

/** Enters a posted sale: its lines as credits, its amount as revenue. */
export function applyPosted(
  terms: Terms,
  books: Books,
  args: EventNamed<"SalePosted">["args"],
  time: number,
): void {
  const { saleId, kind, currency, amount, brought, lines } = args;
  if (books.sales.has(saleId)) throw new BrokenHistoryError(`the sale ${saleId} is posted twice`);
  const book = currencyBook(books, currency);
  const payer = books.payment?.saleId === saleId ? books.payment.payer : undefined;
  books.payment = undefined;
  const period = periodAt(terms, time);
  for (const { partner, amount: earned } of lines) {
    const party = partyOf(book, partner);
    const credit = party.credits.get(period) ?? { earned: 0n, reversed: 0n };
    party.credits.set(period, { ...credit, earned: credit.earned + earned });
    party.movements.push({ time, kind: "earned", amount: earned });
  }
  // Paid elsewhere: the funds gave the lines and what was set aside.
  if (payer === undefined) book.funds -= lines.reduce((sum, line) => sum + line.amount, brought);
  addRevenue(terms, book, { kind, time, revenue: amount, brought });
  const standingRate = standingRateOf(terms, kind, time);
  const sale = { kind, currency, amount, brought, payer, time, period, lines, standingRate };
  books.sales.set(saleId, { ...sale, refunded: 0n });
}

/** The sum of the standing rates on a kind at a time. */
export function standingRateOf({ standing }: Terms, kind: number, time: number): number {
  return standing
    .filter(({ kinds }) => ((kinds >> kind) & 1) === 1)
    .reduce((sum, line) => sum + standingRateAt(line, time), 0);
}
