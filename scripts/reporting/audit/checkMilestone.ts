import type { Terms } from "../../../core/deal/Terms.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import { progressOf } from "../../../core/ledger/progressOf.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { toUnits } from "../../../core/money/toUnits.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";

/** Says how a paid milestone departs from the terms: what it pays, and that the partner had reached it. */
export function checkMilestone(
  { books, terms, time }: { readonly books: Books; readonly terms: Terms; readonly time: number },
  { number, milestone, currency, amount }: EventNamed<"MilestoneReached">["args"],
): Difference[] {
  const { bySales, threshold, pays } = terms.milestones[Number(milestone)] ?? {};
  const book = currencyBook(books, currency);
  const wallet = books.partners.get(Number(number))?.wallet;
  const { earned, sales } = progressOf(terms, wallet && book.parties.get(wallet), time);
  const needed =
    threshold === undefined || bySales ? threshold : toUnits(threshold, book.currency.decimals);
  const reached = bySales ? BigInt(sales) : earned;
  return [
    ...compare(
      "amount",
      pays === undefined ? undefined : toUnits(pays, book.currency.decimals),
      amount,
    ),
    ...(needed !== undefined && reached < needed
      ? [{ what: "reached", expected: `at least ${needed}`, found: String(reached) }]
      : []),
  ];
}
