import type { Graduation, Time } from "../deal/Terms.ts";
import { toUnits } from "../money/toUnits.ts";
import { decimalsIn } from "./decimalsIn.ts";
import type { Books, PartnerRecord } from "./openBooks.ts";
import type { Progress } from "./progressOf.ts";

const MONTH = 30 * 24 * 60 * 60;

export interface PartnerProgress extends Progress {
  readonly partner: Pick<PartnerRecord, "joined" | "score">;
  readonly currency: number;
}

/** The first criterion of a tier that a partner does not meet; undefined where it meets all. */
export function missesOf(
  books: Books,
  asked: Graduation,
  { partner, currency, sales, earned }: PartnerProgress,
  time: Time,
): "earned" | "sales" | "months" | "score" | undefined {
  if (earned < toUnits(asked.earned, decimalsIn(books, currency))) return "earned";
  if (sales < asked.sales) return "sales";
  const months = Math.max(0, Math.floor((time - partner.joined) / MONTH));
  if (months < asked.months) return "months";
  return partner.score < asked.score ? "score" : undefined;
}
