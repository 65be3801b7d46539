import type { Terms } from "../deal/Terms.ts";
import { formatMicro } from "../text/formatMicro.ts";
import { formatTime } from "../text/formatTime.ts";
import { printable } from "../text/printable.ts";

/** Outcomes, pools, tiers, milestones and checkpoints, a line each for people. */
export function describeExtras(terms: Terms): string[] {
  const { outcomes, pools, graduations, milestones, checkpoints } = terms;
  return [
    ...outcomes.map((outcome) => describeOutcome(outcome, terms)),
    ...pools.map(({ name, holder }) => `Pool ${printable(name)}, of ${holder}.`),
    ...graduations.map((graduation) => describeGraduation(graduation, terms)),
    ...milestones.map(describeMilestone),
    ...(checkpoints.length === 0
      ? []
      : [`The parties mean to renegotiate on ${checkpoints.map(formatTime).join(", ")}.`]),
  ];
}

function describeOutcome(
  { kind, perPeriod, amount }: Terms["outcomes"][number],
  { kinds }: Terms,
): string {
  const name = printable(kinds[kind] ?? "");
  const size = formatMicro(amount);
  return perPeriod
    ? `Outcome ${name}: a bonus that the operator pays, ${size} in a period and currency at most.`
    : `Outcome ${name}: a bonus of ${size} that the operator pays.`;
}

function describeGraduation(
  { tier, earned, sales, months, score }: Terms["graduations"][number],
  { tiers }: Terms,
): string {
  const criteria = [
    ...(earned > 0n ? [`${formatMicro(earned)} earned`] : []),
    ...(sales > 0 ? [`${sales} sales`] : []),
    ...(months > 0 ? [`${months} months since joining`] : []),
    ...(score > 0 ? [`a score of ${score}`] : []),
  ];
  return `Tier ${printable(tiers[tier] ?? "")} for whoever reached ${criteria.join(", ")}.`;
}

function describeMilestone({
  name,
  bySales,
  threshold,
  pays,
}: Terms["milestones"][number]): string {
  const measure = bySales ? `${threshold} sales` : `${formatMicro(threshold)} earned`;
  return `Milestone ${printable(name)}: ${formatMicro(pays)} once, out of the reserve, at ${measure}.`;
}
