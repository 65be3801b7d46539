import { amountOf } from "../deal/amountOf.ts";
import { hasReached } from "../deal/missesOf.ts";
import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";
import { potIn } from "./potIn.ts";
import { progressOf } from "./progressOf.ts";
import { SpecError } from "./SpecError.ts";

export interface MilestoneToReach {
  readonly partner: string;
  readonly milestone: number;
  readonly currency: number;
}

/**
 * Takes down that a partner has reached a milestone, once: from then on it is owed, and paid at once where the reserve of milestones
 * covers it and all before it. Returns the amount.
 */
export function reachMilestone(
  books: Books,
  { partner, milestone, currency }: MilestoneToReach,
  time: Time,
): bigint {
  const record = books.partners.get(partner);
  if (record === undefined) throw new SpecError("unknownPartner", partner, "an enrolled partner");
  const terms = books.terms.milestones[milestone];
  if (terms === undefined) throw new SpecError("notInTerms", `${milestone}`, "a milestone");
  if (record.milestones.has(milestone)) {
    throw new SpecError("alreadyReached", terms.name, "each once");
  }
  const amount = amountOf(terms.pays, currency);
  if (amount === 0n) throw new SpecError("notInTerms", `${currency}`, "a currency that it pays in");
  const reached = progressOf(books, partner, currency, time);
  if (!hasReached(terms, reached, currency)) {
    throw new SpecError(
      "notReached",
      `${reached.sales} sales, ${reached.earned} earned`,
      `${terms.sales} sales, ${amountOf(terms.earned, currency)} earned`,
    );
  }
  record.milestones.add(milestone);
  const pot = potIn(books, currency);
  const end = pot.owed + amount;
  books.milestonePots.set(currency, { ...pot, owed: end });
  if (end <= pot.funded) accountIn(books, partner, currency).settled += amount;
  else record.due.set(milestone, { currency, amount, end });
  return amount;
}
