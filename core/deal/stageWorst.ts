import { ceilDiv } from "../money/ceilDiv.ts";
import { ONE, type Ppm } from "../money/ppm.ts";
import { highestRate } from "./highestRate.ts";
import { scaledRate } from "./scaledRate.ts";
import { GROSS, NET, NOT_PAID, type Terms, TO_OTHERS } from "./Terms.ts";

/** What a contribution is of: the sale, what standing lines and gross roles leave, or the roles' lines. */
export type Base = "sale" | "rest" | "lines";

/** One part of the worst case. */
export interface Contribution {
  readonly name: string;
  readonly ppm: Ppm;
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
  const roles = terms.roles
    .filter((role) => role.stage === stage && (role.rates[kind] ?? NOT_PAID) !== NOT_PAID)
    .map((role) => ({
      name: role.name,
      isShared: role.missing === TO_OTHERS,
      highest: highestRate(role, commission, kind),
      base: scaledRate(role, commission, role.rates[kind] ?? 0),
      ceiling: scaledRate(role, commission, ONE),
    }));
  const shown = roles
    .map(({ name, highest: ppm }) => ({ name, ppm, of }))
    .filter(({ ppm }) => ppm > 0);
  const bases = roles.reduce((sum, { base }) => sum + base, 0);
  if (bases === 0 || !roles.some(({ isShared }) => isShared)) return shown;
  const withBase = roles.filter(({ base }) => base > 0);
  const scaled = withBase.map(({ highest, base }) =>
    Number(ceilDiv(BigInt(highest) * BigInt(bases), BigInt(base))),
  );
  const withoutBase = roles.filter(({ base, highest }) => base === 0 && highest > 0);
  const bound = Math.max(0, ...scaled) + withoutBase.reduce((sum, { ceiling }) => sum + ceiling, 0);
  const more = bound - roles.reduce((sum, { highest }) => sum + highest, 0);
  return more > 0 ? [...shown, { name: "shares of roles nobody filled", ppm: more, of }] : shown;
}

function baseOf(stage: number): Base {
  if (stage === GROSS) return "sale";
  return stage === NET ? "rest" : "lines";
}
