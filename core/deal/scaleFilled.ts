import { ONE } from "../money/ppm.ts";
import { baseRateOf } from "./baseRateOf.ts";
import type { Fraction } from "./Fraction.ts";
import { scaledRate } from "./scaledRate.ts";
import { REFERRED, type Role, type Terms, TO_OTHERS, TO_POOL } from "./Terms.ts";

/** A role of a sale that nobody filled and whose share a pool gets, at its base rate. */
export interface PoolShare {
  readonly role: number;
  readonly pool: number;
  readonly rate: Fraction;
}

/**
 * The rate that a credit has once those who filled a role share what nobody filled of its stage:
 *
 *     min( ceiling × commission, rate × ( filled bases + missing bases ) ÷ filled bases )
 *
 * exact; the bases are those of all roles of the stage, on the kind.
 *
 * @param filled The roles that somebody filled, by their places.
 */
export function scaleFilled(
  terms: Terms,
  kind: number,
  filled: ReadonlySet<number>,
  { role, rate }: { readonly role: Role; readonly rate: Fraction },
): Fraction {
  const bases = { filled: 0, missing: 0 };
  for (const [index, other] of terms.roles.entries()) {
    if (other.stage !== role.stage) continue;
    const base = baseRateOf(other, kind) ?? 0;
    if (filled.has(index)) bases.filled += base;
    else if (other.missing === TO_OTHERS) bases.missing += base;
  }
  if (bases.filled === 0 || bases.missing === 0) return rate;
  const share = {
    numerator: rate.numerator * BigInt(bases.filled + bases.missing),
    denominator: rate.denominator * BigInt(bases.filled),
  };
  const most = scaledRate(role, terms.commission, ONE);
  return most.numerator * share.denominator <= share.numerator * most.denominator ? most : share;
}

/** What pools have of a sale, in the order of the roles. */
export function poolSharesOf(
  { roles, commission }: Terms,
  kind: number,
  filled: ReadonlySet<number>,
): PoolShare[] {
  return roles.flatMap((role, index) => {
    const { missing, pool, stage } = role;
    const rate = baseRateOf(role, kind);
    if (missing !== TO_POOL || stage === REFERRED || filled.has(index) || rate === undefined)
      return [];
    return [{ role: index, pool, rate: scaledRate(role, commission, rate) }];
  });
}
