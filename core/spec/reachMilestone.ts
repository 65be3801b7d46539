import { amountOf } from "../deal/amountOf.ts";
import { hasReached } from "../deal/missesOf.ts";
import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";
import { progressOf } from "./progressOf.ts";
import { SpecError } from "./SpecError.ts";
import { settlementIn } from "./settlementIn.ts";

export interface MilestoneToReach {
  readonly partner: string;
  readonly milestone: number;
  readonly currency: number;
}

/** Pays a milestone that a partner has reached, once, out of the reserve. Returns the amount. */
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
  const pays = amountOf(terms.pays, currency);
  if (pays === 0n) throw new SpecError("notInTerms", `${currency}`, "a currency that it pays in");
  const reached = progressOf(books, partner, currency, time);
  if (!hasReached(terms, reached, currency)) {
    throw new SpecError(
      "notReached",
      `${reached.sales} sales, ${reached.earned} earned`,
      `${terms.sales} sales, ${amountOf(terms.earned, currency)} earned`,
    );
  }
  const settlement = settlementIn(books, currency);
  if (pays > settlement.reserve) {
    throw new SpecError("reserveTooSmall", `${settlement.reserve}`, `${pays}`);
  }
  record.milestones.add(milestone);
  books.settlements.set(currency, { ...settlement, reserve: settlement.reserve - pays });
  accountIn(books, partner, currency).settled += pays;
  return pays;
}
