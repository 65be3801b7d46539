import type { Program } from "../chain/openProgram.ts";
import { formatPercentage } from "../text/formatPercentage.ts";
import { formatTime } from "../text/formatTime.ts";
import { NET, NO_ROLE, NOT_PAID, type Role, type StandingLine } from "./ParsedTerms.ts";

const percentage = (ppm: number) => formatPercentage(ppm).replace(" ", "");

/** The terms of a program on chain in the words of a terms file. */
export function termsToJson({ terms, currencies }: Program) {
  return {
    name: terms.name,
    operator: terms.operator,
    attributor: terms.attributor,
    arbiter: terms.arbiter,
    treasury: terms.treasury,
    starts: formatTime(terms.start),
    currencies: currencies.map(({ symbol }) => symbol),
    periodSeconds: terms.period,
    holdPeriods: terms.holdPeriods,
    noticePeriods: terms.noticePeriods,
    ceiling: percentage(terms.ceiling),
    commission: percentage(terms.commission),
    kinds: terms.kinds,
    tiers: terms.tiers,
    roles: Object.fromEntries(
      terms.roles.map((role) => [role.name, roleToJson(role, terms.kinds, terms.tiers)]),
    ),
    standing: terms.standing.map((line) => lineToJson(line, terms.kinds)),
    residual:
      terms.residualRole === NO_ROLE ? "operator" : { role: terms.roles[terms.residualRole]?.name },
  };
}

function roleToJson(role: Role, kinds: readonly string[], tiers: readonly string[]) {
  const rates = kinds.map((kind, index) => [kind, role.rates[index] ?? NOT_PAID] as const);
  return {
    of: role.stage === NET ? "net" : "gross",
    rates: Object.fromEntries(
      rates.filter(([, ppm]) => ppm !== NOT_PAID).map(([kind, ppm]) => [kind, percentage(ppm)]),
    ),
    tiers: Object.fromEntries(
      tiers.map((tier, index) => [tier, percentage(role.tiers[index] ?? 0)]),
    ),
    tenure: role.tenure.map(percentage),
    network: bonusToJson(role.network),
    volume: bonusToJson(role.volume),
    ceiling: percentage(role.ceiling),
  };
}

function bonusToJson({ every, add, max }: Role["network"]) {
  return every === 0n ? null : { every: String(every), add: percentage(add), max: percentage(max) };
}

function lineToJson(
  { name, holder, kinds: bits, starts, ends, rates }: StandingLine,
  kinds: readonly string[],
) {
  return {
    name,
    holder,
    kinds: kinds.filter((_, index) => ((bits >> index) & 1) === 1),
    starts: formatTime(starts),
    ends: ends === 0 ? null : formatTime(ends),
    rates: rates.map(percentage),
  };
}
