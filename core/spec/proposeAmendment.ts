import { isPayable } from "../deal/isPayable.ts";
import type { Terms, Time } from "../deal/Terms.ts";
import { nextPeriodOf } from "./nextPeriodOf.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/**
 * Proposes other terms, in force from the first period after the notice on if every holder of a line
 * that ends earlier has consented by then. Returns when.
 */
export function proposeAmendment(books: Books, terms: Terms, time: Time): Time {
  const { noticePeriods, period, standing } = books.terms;
  if (noticePeriods === 0) throw new SpecError("notInTerms", "an amendment", "none");
  const from = nextPeriodOf(books, time) + noticePeriods * period;
  if (!isPayable(terms, from)) throw new SpecError("paysOverCeiling", "it", "payable terms");
  const { proposed } = books;
  if (proposed !== undefined && proposed.from > time) {
    throw new SpecError("alreadyWaits", "another", "one amendment at a time");
  }
  const changed = standing
    .keys()
    .filter((line) => standing[line]?.ends !== terms.standing[line]?.ends);
  books.proposed = { terms, from, missing: new Set(changed) };
  return from;
}
