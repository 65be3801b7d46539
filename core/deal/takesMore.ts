import {
  NO_ROLE,
  NOT_PAID,
  type Role,
  type StandingLine,
  type Terms,
  TO_RESIDUAL,
} from "./Terms.ts";

/**
 * Whether other terms let others take more of the residual that guarantees are paid from, be it ever so little: whoever is guaranteed
 * something is asked before that.
 */
export function takesMore(old: Terms, next: Terms): boolean {
  const added = next.standing.slice(old.standing.length);
  return (
    next.roles.length > old.roles.length ||
    next.commission > old.commission ||
    (next.residualRole !== old.residualRole && next.residualRole !== NO_ROLE) ||
    old.roles.some((role, index) => roleTakesMore(role, next.roles[index] ?? role)) ||
    added.some(({ rates }) => rates.some((rate) => rate > 0)) ||
    old.standing.some((line, index) => lineTakesMore(line, next.standing[index] ?? line))
  );
}

/** It ends later, or earns on more kinds. */
function lineTakesMore(old: StandingLine, next: StandingLine): boolean {
  return next.kinds !== old.kinds || (next.ends !== old.ends && !endsEarlier(old, next));
}

/** Whether a line would end earlier than it did. */
export function endsEarlier(
  old: Pick<StandingLine, "ends">,
  next: Pick<StandingLine, "ends">,
): boolean {
  return next.ends !== 0 && (old.ends === 0 || next.ends < old.ends);
}

function roleTakesMore(old: Role, next: Role): boolean {
  return (
    (next.missing !== old.missing && next.missing !== TO_RESIDUAL) ||
    next.ceiling > old.ceiling ||
    ratesRise(old.rates, next.rates) ||
    next.tiers.some((rate, tier) => rate > (old.tiers[tier] ?? 0)) ||
    tenureRises(old.tenure, next.tenure) ||
    bonusRises(old.network, next.network, [old.network.every], [next.network.every]) ||
    bonusRises(old.volume, next.volume, old.volume.every, next.volume.every)
  );
}

/** On a kind that is added, what was highest before is no rise. */
function ratesRise(old: readonly number[], next: readonly number[]): boolean {
  const paid = (rate: number) => (rate === NOT_PAID ? 0 : rate);
  const highest = Math.max(...old.map(paid));
  return next.some((rate, kind) => paid(rate) > paid(old[kind] ?? highest));
}

/** The last entry repeats. */
function tenureRises(old: readonly number[], next: readonly number[]): boolean {
  const years = Array.from({ length: Math.max(old.length, next.length) }, (_, year) => year);
  const of = (table: readonly number[], year: number) => table[year] ?? table.at(-1) ?? 0;
  return years.some((year) => of(next, year) > of(old, year));
}

interface Steps {
  readonly add: number;
  readonly max: number;
}

/** A step of 0 never comes. */
function bonusRises(
  old: Steps,
  next: Steps,
  before: readonly bigint[],
  every: readonly bigint[],
): boolean {
  if (next.add === 0) return false;
  const isMore = next.add > old.add || next.max > old.max;
  return every.some((step, index) => {
    const was = before[index] ?? 0n;
    return step > 0n && (isMore || was === 0n || step < was);
  });
}
