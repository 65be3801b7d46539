import { isPayable } from "../deal/isPayable.ts";
import { startAfterNotice } from "../deal/startAfterNotice.ts";
import type { Terms, Time } from "../deal/Terms.ts";
import { endsEarlier, takesMore } from "../deal/takesMore.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/**
 * Proposes other terms, in force from the first period after the notice and the days of a hand-over on if by then every holder has consented whose line ends
 * earlier, or whose guarantee may be worth less. Returns when.
 */
export function proposeAmendment(books: Books, terms: Terms, time: Time): Time {
  const { noticePeriods, standing } = books.terms;
  if (noticePeriods === 0) throw new SpecError("notInTerms", "an amendment", "none");
  const from = startAfterNotice(books.terms, time);
  if (!isPayable(terms, from)) throw new SpecError("paysOverCeiling", "it", "payable terms");
  const { proposed } = books;
  if (proposed !== undefined && proposed.from > time) {
    throw new SpecError("alreadyWaits", "another", "one amendment at a time");
  }
  const isWeaker = takesMore(books.terms, terms);
  const asked = standing.keys().filter((index) => {
    const [old, next] = [standing[index], terms.standing[index]];
    if (old === undefined || next === undefined) return false;
    // Nobody's any more.
    if (books.lines.get(index)?.ends !== undefined) return false;
    const runsOn = next.ends === 0 || next.ends > from;
    const { fee, minimum } = old.clauses;
    return endsEarlier(old, next) || (isWeaker && runsOn && fee.length + minimum.length > 0);
  });
  books.proposed = { terms, from, missing: new Set(asked) };
  return from;
}
