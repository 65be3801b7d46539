import { periodAt } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** Gives a partner another tier from the start of the period after `time`. */
export function changeTier(books: Books, partner: string, tier: number, time: Time): void {
  const record = books.partners.get(partner);
  if (record === undefined) throw new SpecError("unknownPartner", partner, "an enrolled partner");
  const fromPeriod = periodAt(books.terms, time) + 1;
  if (record.tiers.at(-1)?.fromPeriod === fromPeriod) record.tiers.pop();
  record.tiers.push({ fromPeriod, tier });
}
