import { amountOf } from "../deal/amountOf.ts";
import { missesOf, monthsSince } from "../deal/missesOf.ts";
import type { Time } from "../deal/Terms.ts";
import { changeTier } from "./changeTier.ts";
import type { Books } from "./openBooks.ts";
import { progressOf } from "./progressOf.ts";
import { SpecError } from "./SpecError.ts";

export interface TierToReach {
  readonly partner: string;
  readonly tier: number;
  readonly currency: number;
}

/** Gives a partner that meets a higher tier's criteria that tier, from the next period's start on. */
export function graduate(books: Books, { partner, tier, currency }: TierToReach, time: Time): void {
  const record = books.partners.get(partner);
  if (record === undefined) throw new SpecError("unknownPartner", partner, "an enrolled partner");
  if (record.status !== "active") throw new SpecError("partnerNotActive", partner, "an active one");
  if (tier <= (record.tiers.at(-1)?.tier ?? 0)) {
    throw new SpecError("alreadyReached", `${tier}`, "a higher tier");
  }
  const asked = books.terms.graduations.find((one) => one.tier === tier);
  if (asked === undefined) throw new SpecError("notInTerms", `${tier}`, "a tier with criteria");
  if (asked.earned.length > 0 && amountOf(asked.earned, currency) === 0n)
    throw new SpecError("notInTerms", `${currency}`, "a currency that the tier asks for");
  const progress = progressOf(books, partner, currency, time);
  const reached = { ...progress, months: monthsSince(record.joined, time), score: record.score };
  const misses = missesOf(asked, reached, currency);
  if (misses !== undefined) throw new SpecError("notReached", misses, "all criteria");
  changeTier(books, partner, tier, time);
}
