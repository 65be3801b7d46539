import { baseRateOf } from "./baseRateOf.ts";
import { ONE } from "./constants.ts";
import type { RatedCredit } from "./shareSale.ts";
import type { Ppm, Role, Terms } from "./terms.ts";

/**
 * The answers to the roles of a sale that nobody filled: a pool gets the role's base rate, or those who
 * filled a role of the same stage share it in proportion, each up to its own role's ceiling.
 */
export function scaleFilled(
  terms: Terms,
  kind: number,
  credits: readonly RatedCredit[],
): readonly RatedCredit[] {
  const filled = new Set(credits.map(({ role }) => role));
  const gross = basesOf(terms, kind, "gross", filled);
  const net = basesOf(terms, kind, "net", filled);
  const scaled = credits.map((credit) => {
    const role = terms.roles[credit.role];
    if (role === undefined || credit.rate === undefined) return credit;
    return { ...credit, rate: scale(terms, role, credit.rate, role.of === "net" ? net : gross) };
  });
  return [...scaled, ...poolShares(terms, kind, filled)];
}

interface Bases {
  /** Base rates of the roles that were filled, together. */
  readonly filled: Ppm;
  /** And of those that nobody filled and whose share goes to the others. */
  readonly missing: Ppm;
}

function basesOf(terms: Terms, kind: number, of: Role["of"], filled: ReadonlySet<number>): Bases {
  const bases = { filled: 0, missing: 0 };
  for (const [index, role] of terms.roles.entries()) {
    if (role.of !== of) continue;
    const base = baseRateOf(terms, role, kind) ?? 0;
    if (filled.has(index)) bases.filled += base;
    else if (role.missing === "others") bases.missing += base;
  }
  return bases;
}

function scale({ commission }: Terms, { ceiling }: Role, rate: Ppm, bases: Bases): Ppm {
  if (bases.filled === 0 || bases.missing === 0) return rate;
  const most = Math.floor((ceiling * commission) / ONE);
  return Math.min(most, Math.floor((rate * (bases.filled + bases.missing)) / bases.filled));
}

function poolShares(terms: Terms, kind: number, filled: ReadonlySet<number>): RatedCredit[] {
  return terms.roles.flatMap((role, index) => {
    const { missing } = role;
    const rate = baseRateOf(terms, role, kind);
    if (typeof missing === "string" || filled.has(index) || rate === undefined) return [];
    const partner = terms.pools[missing.pool]?.holder ?? "";
    return [{ partner, role: index, weight: 1, rate, isPool: true, referrals: [] }];
  });
}
