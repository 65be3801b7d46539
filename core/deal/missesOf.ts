import { amountOf } from "./amountOf.ts";
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

/** The first criterion of a tier that a partner does not meet by what it has in a currency; undefined where it meets all. */
export function missesOf(
  asked: Graduation,
  reached: Reached & { readonly months: number; readonly score: number },
  currency: number,
): "earned" | "sales" | "months" | "score" | undefined {
  const needed = amountOf(asked.earned, currency);
  // Where something must be earned, a currency without an amount reaches nothing.
  if (asked.earned.length > 0 && (needed === 0n || reached.earned < needed)) return "earned";
  if (reached.sales < asked.sales) return "sales";
  if (reached.months < asked.months) return "months";
  return reached.score < asked.score ? "score" : undefined;
}

/** Whether a partner has reached what a milestone asks, in a currency that it pays in. */
export function hasReached(
  milestone: Terms["milestones"][number],
  { earned, sales }: Reached,
  currency: number,
): boolean {
  if (amountOf(milestone.pays, currency) === 0n) return false;
  return sales >= milestone.sales && earned >= amountOf(milestone.earned, currency);
}
