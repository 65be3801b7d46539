import type { Program } from "../chain/openProgram.ts";
import { formatDuration } from "../text/formatDuration.ts";
import { formatPercentage } from "../text/formatPercentage.ts";
import { formatTime } from "../text/formatTime.ts";
import { printable } from "../text/printable.ts";
import { NET, NO_ROLE, NOT_PAID, type Role, type StandingLine, type Terms } from "./ParsedTerms.ts";

/** A program's terms as lines for people. */
export function describeTerms({ address, chain, terms, termsHash }: Program): string[] {
  return [
    `${printable(terms.name)}, ${address} (chain ${chain.chainId})`,
    `Periods of ${formatDuration(terms.period)} from ${formatTime(terms.start)} on; ${describeHold(terms)}.`,
    `At most ${formatPercentage(terms.ceiling)} of a sale is paid out. Commission ${formatPercentage(terms.commission)}.`,
    `Operator ${terms.operator}, attributor ${terms.attributor}, arbiter ${terms.arbiter}, treasury ${terms.treasury}.`,
    ...terms.roles.map((role) => describeRole(role, terms)),
    ...terms.standing.map((line) => describeLine(line, terms)),
    `What remains is ${terms.residualRole === NO_ROLE ? "the operator's" : `of the role ${terms.roles[terms.residualRole]?.name}`}.`,
    `Hash of the terms: ${termsHash}`,
  ];
}

function describeHold({ holdPeriods, period }: Terms): string {
  return holdPeriods === 0
    ? "lines lock as they are posted"
    : `lines are held for ${formatDuration(holdPeriods * period)} after their own period`;
}

function describeRole(role: Role, { kinds, tiers }: Terms): string {
  const rates = kinds
    .map((kind, index) => [kind, role.rates[index] ?? NOT_PAID] as const)
    .filter(([, ppm]) => ppm !== NOT_PAID)
    .map(([kind, ppm]) => `${kind} ${formatPercentage(ppm)}`);
  const additions = [
    ...tiers
      .map((tier, index) => [tier, role.tiers[index] ?? 0] as const)
      .filter(([, ppm]) => ppm > 0)
      .map(([tier, ppm]) => `tier ${tier} +${formatPercentage(ppm)}`),
    ...(role.tenure.length > 0
      ? [`by year ${role.tenure.map((ppm) => `+${formatPercentage(ppm)}`).join(", ")}`]
      : []),
    ...describeBonus("active partners", role.network),
    ...describeBonus("millionths of last period's revenue", role.volume),
  ];
  return `Role ${role.name}, of ${role.stage === NET ? "what is left" : "the sale"}: ${[...rates, ...additions].join("; ") || "no rate of its own"}.`;
}

function describeBonus(measure: string, { every, add, max }: Role["network"]): string[] {
  if (every === 0n) return [];
  return [`+${formatPercentage(add)} per ${every} ${measure}, ${formatPercentage(max)} at most`];
}

function describeLine(
  { name, holder, kinds: bits, starts, ends, rates }: StandingLine,
  { kinds }: Terms,
): string {
  const own = kinds.filter((_, index) => ((bits >> index) & 1) === 1);
  const until = ends === 0 ? "" : ` until ${formatTime(ends)}`;
  return `Standing line ${name}: ${rates.map(formatPercentage).join(", then ")} of ${own.join(", ")} from ${formatTime(starts)}${until}, to ${holder}.`;
}
