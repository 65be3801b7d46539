import type { Graduation, Terms } from "../../deal/Terms.ts";
import { formatMicro } from "../../text/formatMicro.ts";

/** One thing to reach, and how much of it is. */
export interface Goal {
  readonly label: string;
  readonly text: string;
  /** From 0 to 1. */
  readonly part: number;
}

/** What a partner has in one currency. */
export interface Standing {
  /** In millionths of the currency. */
  readonly earned: bigint;
  readonly sales: number;
  readonly months: number;
  readonly score: number;
  readonly symbol: string;
}

/** What a tier asks for, beside what a partner has. */
export function goalsOfTier({ earned, sales, months, score }: Graduation, own: Standing): Goal[] {
  return [
    ...(earned > 0n ? [amountGoal(earned, own)] : []),
    ...(sales > 0 ? [countGoal("Sales", own.sales, sales)] : []),
    ...(months > 0 ? [countGoal("Months since joining", own.months, months)] : []),
    ...(score > 0 ? [countGoal("Contribution score", own.score, score)] : []),
  ];
}

/** What a milestone asks for, beside what a partner has. */
export function goalOfMilestone(
  { bySales, threshold }: Terms["milestones"][number],
  own: Standing,
): Goal {
  return bySales ? countGoal("Sales", own.sales, Number(threshold)) : amountGoal(threshold, own);
}

function amountGoal(needed: bigint, { earned, symbol }: Standing): Goal {
  return {
    label: "Earned and locked",
    text: `${formatMicro(earned)} of ${formatMicro(needed)} ${symbol}`,
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
