import { BONUSES, type Bonus, type BonusRule } from "../deal/bonuses.ts";
import {
  NET,
  NOT_PAID,
  REFERRED,
  type Role,
  type Terms,
  TO_OTHERS,
  TO_POOL,
} from "../deal/Terms.ts";
import { ONE } from "../money/ppm.ts";
import { formatMicro } from "../text/formatMicro.ts";
import { formatPercentage } from "../text/formatPercentage.ts";
import { printable } from "../text/printable.ts";

/** What a role earns, in one line for people. */
export function describeRole(role: Role, terms: Terms): string {
  const { kinds, tiers } = terms;
  const rates = kinds
    .map((kind, index) => [kind, role.rates[index] ?? NOT_PAID] as const)
    .filter(([, ppm]) => ppm !== NOT_PAID)
    .map(([kind, ppm]) => `${printable(kind)} ${formatPercentage(ppm)}`);
  const additions = [
    ...tiers
      .map((tier, index) => [tier, role.tiers[index] ?? 0] as const)
      .filter(([, ppm]) => ppm > 0)
      .map(([tier, ppm]) => `tier ${printable(tier)} +${formatPercentage(ppm)}`),
    ...(role.tenure.length > 0
      ? [`by year ${role.tenure.map((ppm) => `+${formatPercentage(ppm)}`).join(", ")}`]
      : []),
    ...BONUSES.flatMap((rule) => describeBonus(role[rule.key], rule)),
    ...describeCeiling(role),
  ];
  const earned = [...rates, ...additions].join("; ") || "no rate of its own";
  return `Role ${printable(role.name)}, of ${describeStage(role)}: ${earned}.${describeMissing(role, terms)}`;
}

function describeStage({ stage }: Role): string {
  if (stage === REFERRED) return "each line of a partner whom the earner referred";
  return stage === NET ? "what is left" : "the sale";
}

function describeBonus({ every, add, max }: Bonus, { unit, counted }: BonusRule): string[] {
  if (every === 0n) return [];
  const step = unit === "count" ? `${every}` : formatMicro(every);
  return [`+${formatPercentage(add)} per ${step} ${counted}, ${formatPercentage(max)} at most`];
}

function describeCeiling({ ceiling }: Role): string[] {
  return ceiling === ONE ? [] : [`never more than ${formatPercentage(ceiling)}`];
}

function describeMissing({ missing, pool }: Role, { pools }: Terms): string {
  if (missing === TO_OTHERS) return " Where nobody fills it, the filled roles share it.";
  if (missing !== TO_POOL) return "";
  return ` Where nobody fills it, it goes to the pool ${printable(pools[pool]?.name ?? "")}.`;
}
