import { formatUnits } from "viem";
import type { Currency } from "../../currency/Currency.ts";
import { amountOf } from "../../deal/amountOf.ts";
import type { Graduation, Terms } from "../../deal/Terms.ts";
import { groupDigits } from "../../text/groupDigits.ts";

/** One thing to reach, and how much of it is. */
export interface Goal {
  readonly label: string;
  readonly text: string;
  /** From 0 to 1. */
  readonly part: number;
}

/** What a partner has in one currency. */
export interface Standing {
  readonly currency: Currency;
  /** In the currency's smallest unit. */
  readonly earned: bigint;
  readonly sales: number;
  readonly months: number;
  readonly score: number;
}

/** What a tier asks for, beside what a partner has; a currency that it does not name, where something must be earned, has none. */
export function goalsOfTier({ earned, sales, months, score }: Graduation, own: Standing): Goal[] {
  const needed = amountOf(earned, own.currency.index);
  if (needed === 0n && earned.length > 0) return [];
  return [
    ...(needed > 0n ? [amountGoal(needed, own)] : []),
    ...(sales > 0 ? [countGoal("Sales", own.sales, sales)] : []),
    ...(months > 0 ? [countGoal("Months since joining", own.months, months)] : []),
    ...(score > 0 ? [countGoal("Contribution score", own.score, score)] : []),
  ];
}

/** What a milestone asks for, beside what a partner has. */
export function goalOfMilestone(
  { sales, earned }: Terms["milestones"][number],
  own: Standing,
): Goal {
  if (sales > 0) return countGoal("Sales", own.sales, sales);
  return amountGoal(amountOf(earned, own.currency.index), own);
}

function amountGoal(needed: bigint, { earned, currency }: Standing): Goal {
  const show = (amount: bigint) => groupDigits(formatUnits(amount, currency.decimals));
  return {
    label: "Earned and locked",
    text: `${show(earned)} of ${show(needed)} ${currency.symbol}`,
    part: earned >= needed ? 1 : Number((earned * 1000n) / needed) / 1000,
  };
}

function countGoal(label: string, found: number, needed: number): Goal {
  return {
    label,
    text: `${found.toLocaleString("en")} of ${needed.toLocaleString("en")}`,
    part: Math.min(1, found / needed),
  };
}
