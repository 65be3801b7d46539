import { toUnits } from "../money/toUnits.ts";
import type { Graduation, Terms, Time } from "./Terms.ts";

/** A month as graduation counts it, in seconds. */
const MONTH = 30 * 24 * 60 * 60;

/** What a partner has reached in one currency. */
export interface Reached {
  /** In the currency's smallest unit. */
  readonly earned: bigint;
  readonly sales: number;
}

/** How many full months have passed since a partner joined: rounded down, and none before. */
export function monthsSince(joined: Time, time: Time): number {
  return Math.max(0, Math.floor((time - joined) / MONTH));
}

/** The first criterion of a tier that a partner does not meet; undefined where it meets all. */
export function missesOf(
  asked: Graduation,
  reached: Reached & { readonly months: number; readonly score: number },
  decimals: number,
): "earned" | "sales" | "months" | "score" | undefined {
  if (reached.earned < toUnits(asked.earned, decimals)) return "earned";
  if (reached.sales < asked.sales) return "sales";
  if (reached.months < asked.months) return "months";
  return reached.score < asked.score ? "score" : undefined;
}

/** Whether a partner has reached what a milestone asks. */
export function hasReached(
  { bySales, threshold }: Terms["milestones"][number],
  { earned, sales }: Reached,
  decimals: number,
): boolean {
  return bySales ? BigInt(sales) >= threshold : earned >= toUnits(threshold, decimals);
}
