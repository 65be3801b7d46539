import { hasReached } from "../deal/missesOf.ts";
import type { Time } from "../deal/Terms.ts";
import { toUnits } from "../money/toUnits.ts";
import { accountIn } from "./accountIn.ts";
import { decimalsIn } from "./decimalsIn.ts";
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
  const decimals = decimalsIn(books, currency);
  const reached = progressOf(books, partner, currency, time);
  if (!hasReached(terms, reached, decimals)) {
    throw new SpecError(
      "notReached",
      `${reached.sales} sales, ${reached.earned} earned`,
      `${terms.threshold}`,
    );
  }
  const pays = toUnits(terms.pays, decimals);
  const settlement = settlementIn(books, currency);
  if (pays > settlement.reserve) {
    throw new SpecError("reserveTooSmall", `${settlement.reserve}`, `${pays}`);
  }
  record.milestones.add(milestone);
  books.settlements.set(currency, { ...settlement, reserve: settlement.reserve - pays });
  accountIn(books, partner, currency).settled += pays;
  return pays;
}
