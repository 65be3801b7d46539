import { ModelError } from "./modelError.ts";
import type { Books } from "./openBooks.ts";
import { segmentAt } from "./segmentAt.ts";
import type { Time } from "./terms.ts";

/** Gives a partner another tier from the start of the period after `time`. */
export function changeTier(books: Books, partner: string, tier: number, time: Time): void {
  const record = books.partners.get(partner);
  if (record === undefined) throw new ModelError("unknownPartner", partner, "an enrolled partner");
  const fromPeriod = segmentAt(books.schedule, time).period + 1;
  if (record.tiers.at(-1)?.fromPeriod === fromPeriod) record.tiers.pop();
  record.tiers.push({ fromPeriod, tier });
}
