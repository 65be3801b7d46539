import { leftOf } from "../deal/leftOf.ts";
import { isFinal, periodAt, periodStart } from "../deal/periods.ts";
import type { Terms, Time } from "../deal/Terms.ts";
import { countSale } from "./countSale.ts";
import { creditsIn } from "./creditsIn.ts";
import type { Books, PostedSale } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** Freezes what refunds have left of a held sale's lines. Returns it, in the order of the lines. */
export function freezeSale(
  books: Books,
  sale: PostedSale,
  { disputants, time }: { readonly disputants: readonly string[]; readonly time: Time },
): readonly bigint[] {
  checkLeft(books, sale, time);
  const left = takeLines(books, sale);
  for (const amount of left)
    books.frozen.set(sale.currency, (books.frozen.get(sale.currency) ?? 0n) + amount);
  sale.dispute = { state: "open", disputants, deadline: deadlineOf(books.terms, time) };
  return left;
}

/** Until when a dispute of now is open. Terms without disputes have duplicates all the same. */
export function deadlineOf(terms: Terms, time: Time): Time {
  const disputePeriods = Math.max(1, terms.rules.disputePeriods);
  return periodStart(terms, periodAt(terms, time) + 1 + disputePeriods);
}

/** Only a held sale of which something is left can be taken out of the books. */
export function checkLeft(books: Books, sale: PostedSale, time: Time): void {
  if (isFinal(books.terms, sale.period, time)) {
    throw new SpecError("saleLocked", `a sale of period ${sale.period}`, "a held sale");
  }
  if (sale.refunded === sale.amount)
    throw new SpecError("nothingLeft", sale.id, "a sale not refunded");
}

/** Takes what refunds have left of a sale's lines out of its partners' books. Returns it, in the order of the lines. */
function takeLines(books: Books, sale: PostedSale): readonly bigint[] {
  const left = leftOf(sale);
  for (const [index, line] of sale.lines.entries()) {
    creditsIn(books, line.partner, sale.currency, sale.period).earned -= left[index] ?? 0n;
  }
  countSale(books, sale, -1);
  return left;
}
