import { ceilDiv } from "../money/ceilDiv.ts";
import { greater } from "../money/greater.ts";
import { ONE } from "../money/ppm.ts";
import { sum } from "../money/sum.ts";
import { baseRateOf } from "./baseRateOf.ts";
import { highestRate } from "./highestRate.ts";
import { scaledRate } from "./scaledRate.ts";
import { GROSS, NET, type Terms, TO_OTHERS } from "./Terms.ts";

/** What a contribution is of: the sale, what standing lines and gross roles leave, or the roles' lines. */
export type Base = "sale" | "rest" | "lines";

/** One part of the worst case. */
export interface Contribution {
  readonly name: string;
  /** Exact, in millionths of a ppm. */
  readonly exact: bigint;
  readonly of: Base;
}

/**
 * What the roles of one stage can take together on a kind: each its highest rate, and where filled roles share what
 * missing ones leave, what that can add. The filled ones' base rates then count as all roles' together, so that a role
 * whose highest rate is `r` times its base takes at most `⌈r × Σ bases⌉`; one without a base goes to its ceiling.
 */
export function stageWorst(terms: Terms, stage: number, kind: number): Contribution[] {
  const { commission } = terms;
  const of = baseOf(stage);
  const roles = terms.roles.flatMap((role) => {
    const base = baseRateOf(role, kind);
    if (role.stage !== stage || base === undefined) return [];
    return {
      name: role.name,
      isShared: role.missing === TO_OTHERS,
      highest: highestRate(role, commission, kind).numerator,
      base: scaledRate(role, commission, base).numerator,
      ceiling: scaledRate(role, commission, ONE).numerator,
    };
  });
  const shown = roles
    .map(({ name, highest: exact }) => ({ name, exact, of }))
    .filter(({ exact }) => exact > 0n);
  const bases = sum(roles.map(({ base }) => base));
  if (bases === 0n || !roles.some(({ isShared }) => isShared)) return shown;
  const scaled = roles
    .filter(({ base }) => base > 0n)
    .map(({ highest, base }) => ceilDiv(highest * bases, base))
    .reduce(greater, 0n);
  const withoutBase = roles.filter(({ base, highest }) => base === 0n && highest > 0n);
  const bound = scaled + sum(withoutBase.map(({ ceiling }) => ceiling));
  const more = bound - sum(roles.map(({ highest }) => highest));
  return more > 0n ? [...shown, { name: "shares of roles nobody filled", exact: more, of }] : shown;
}

function baseOf(stage: number): Base {
  if (stage === GROSS) return "sale";
  return stage === NET ? "rest" : "lines";
}
