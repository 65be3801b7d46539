import { amountOf } from "../../../core/deal/amountOf.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import { progressOf } from "../../../core/ledger/progressOf.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";

/** Says how a paid milestone departs from the terms: what it pays, and that the partner had reached it. */
export function checkMilestone(
  { books, terms, time }: { readonly books: Books; readonly terms: Terms; readonly time: number },
  { number, milestone, currency, amount }: EventNamed<"MilestoneReached">["args"],
): Difference[] {
  const asked = terms.milestones[Number(milestone)];
  const book = currencyBook(books, currency);
  const place = book.currency.index;
  const wallet = books.partners.get(Number(number))?.wallet;
  const { earned, sales } = progressOf(terms, wallet && book.parties.get(wallet), time);
  const bySales = asked !== undefined && asked.sales > 0;
  const needed = asked && (bySales ? BigInt(asked.sales) : amountOf(asked.earned, place));
  const reached = bySales ? BigInt(sales) : earned;
  return [
    ...compare("amount", asked && amountOf(asked.pays, place), amount),
    ...(needed !== undefined && reached < needed
      ? [{ what: "reached", expected: `at least ${needed}`, found: String(reached) }]
      : []),
  ];
}
