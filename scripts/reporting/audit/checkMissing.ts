import {
  GROSS,
  NET,
  REFERRED,
  type Role,
  TO_OTHERS,
  TO_POOL,
} from "../../../core/terms/ParsedTerms.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import type { SortedLines } from "./Posted.ts";
import { baseRateOf, ceilingOf, type Moment } from "./rateOf.ts";

/** The rate that a credit has once it shares what roles of its stage would have had that nobody filled. */
export function raised(moment: Moment, sorted: SortedLines, role: Role, rate: number): number {
  const { terms } = moment;
  const filled = rolesOf(moment, sorted, role.stage, true);
  const missing = rolesOf(moment, sorted, role.stage, false).filter(
    (one) => one.missing === TO_OTHERS,
  );
  const own = sumOfBases(moment, filled);
  const more = sumOfBases(moment, missing);
  if (own === 0n || more === 0n) return rate;
  const share = Number((BigInt(rate) * (own + more)) / own);
  return Math.min(ceilingOf(terms, role), share);
}

/** Each role that nobody filled, and whose terms name a pool, has one line of the pool at its base rate. */
export function checkPools(moment: Moment, sorted: SortedLines): Difference[] {
  const { terms, kind } = moment;
  const missing = [GROSS, NET]
    .flatMap((stage) => rolesOf(moment, sorted, stage, false))
    .filter((role) => role.missing === TO_POOL);
  return missing.flatMap((role) => {
    const what = `the pool of ${role.name}`;
    const line = sorted.pools.find((one) => terms.roles[one.role] === role);
    return [
      ...compare(`${what}: holder`, terms.pools[role.pool]?.holder, line?.partner),
      ...compare(`${what}: rate in ppm`, baseRateOf(terms, role, kind), line?.rate),
    ];
  });
}

/** The roles of a stage that earn on the kind, and that somebody has filled or nobody has. */
function rolesOf(
  { terms, kind }: Moment,
  { credited }: SortedLines,
  stage: number,
  isFilled: boolean,
): Role[] {
  const filled = new Set(credited.map(({ line }) => line.role));
  return terms.roles.filter(
    (role, index) =>
      role.stage === stage &&
      stage !== REFERRED &&
      baseRateOf(terms, role, kind) !== undefined &&
      filled.has(index) === isFilled,
  );
}

function sumOfBases({ terms, kind }: Moment, roles: readonly Role[]): bigint {
  return roles.reduce((sum, role) => sum + BigInt(baseRateOf(terms, role, kind) ?? 0), 0n);
}
