import type { Books, PartnerRecord } from "./openBooks.ts";
import type { Progress } from "./progressOf.ts";
import type { Graduation, Time } from "./terms.ts";
import { toUnits } from "./toUnits.ts";

const MONTH = 30 * 24 * 60 * 60;

export interface PartnerProgress extends Progress {
  readonly partner: Pick<PartnerRecord, "joined" | "score">;
  readonly currency: number;
}

/** The first criterion of a tier that a partner does not meet; undefined where it meets all. */
export function missesOf(
  { terms }: Books,
  asked: Graduation,
  { partner, currency, sales, earned }: PartnerProgress,
  time: Time,
): "earned" | "sales" | "months" | "score" | undefined {
  if (earned < toUnits(asked.earned, terms.currencies[currency]?.decimals ?? 0)) return "earned";
  if (sales < asked.sales) return "sales";
  const months = Math.max(0, Math.floor((time - partner.joined) / MONTH));
  if (months < asked.months) return "months";
  return partner.score < asked.score ? "score" : undefined;
}
