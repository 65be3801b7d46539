import { zeroAddress } from "viem";
import type { Terms } from "../deal/Terms.ts";
import { formatMicro } from "../text/formatMicro.ts";

/** Limits and procedures, a line each for people. */
export function describeRules({ rules }: Terms): string[] {
  const { acceptance, postingLimit, minimumPayout, moveDays, taxAccount } = rules;
  return [
    ...(acceptance ? ["A partner accepts the terms before its first claim."] : []),
    ...(postingLimit === 0n
      ? []
      : [`At most ${formatMicro(postingLimit)} is posted in a period and currency.`]),
    ...(minimumPayout === 0n
      ? []
      : [`Payments to many pass over whoever has less than ${formatMicro(minimumPayout)}.`]),
    describeDisputes(rules),
    `A partner's wallet moves ${count(moveDays, "day")} after the proposal.`,
    ...(taxAccount === zeroAddress ? [] : [`Partners may withhold for ${taxAccount}.`]),
  ];
}

function describeDisputes({ disputes, disputePeriods }: Terms["rules"]): string {
  if (disputes === 0) return "Sales cannot be disputed.";
  return `A partner can dispute ${count(disputes, "held sale")} in a period; the arbiter settles each within ${count(disputePeriods, "more period")}, or it stands.`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
