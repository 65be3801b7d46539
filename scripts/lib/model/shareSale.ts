import { WHOLE } from "./constants.ts";
import { setAside } from "./setAside.ts";
import { standingRateAt } from "./standingRateAt.ts";
import type { Ppm, Role, Terms, Time } from "./terms.ts";

/** A credit with the rate that was worked out for it; undefined where its role is not paid. */
export interface RatedCredit {
  readonly partner: string;
  readonly role: number;
  readonly weight: number;
  readonly rate: Ppm | undefined;
}

export interface SaleToShare {
  readonly kind: number;
  readonly amount: bigint;
  readonly time: Time;
  readonly credits: readonly RatedCredit[];
}

/** What one partner earns on one sale. A line of the residual has no rate: it is what remains. */
export interface Line {
  readonly partner: string;
  readonly role: number;
  readonly rate: Ppm | "residual";
  readonly amount: bigint;
}

export interface SharedSale {
  /** In the order of the credits; a credit of the residual's role has its own rate's line first. */
  readonly lines: readonly Line[];
  /** Brought for the standing lines. */
  readonly setAside: bigint;
  /** What no line took. With `lines` and `setAside` it makes up the whole sale. */
  readonly remainder: bigint;
}

/**
 * The waterfall of one sale: standing lines off the top, gross roles of the sale, net roles of what
 * is left, the remainder to the operator or to a role.
 */
export function shareSale(terms: Terms, sale: SaleToShare): SharedSale {
  const { credits, amount } = sale;
  const weights = weightsByRole(credits);
  const aside = setAside(amount, standingRateOf(terms, sale));

  const gross = credits.map((credit) => earn(terms, credit, "gross", amount, weights));
  const netBase = amount - aside - sum(gross);
  const net = credits.map((credit) => earn(terms, credit, "net", netBase, weights));
  const residual = netBase - sum(net);
  const rest = credits.map((credit) => shareOfResidual(terms, credit, residual, weights));

  const lines = credits.flatMap(({ partner, role, rate }, index) => {
    const own = gross[index] ?? net[index];
    const remaining = rest[index];
    return [
      ...(rate === undefined || own === undefined ? [] : [{ partner, role, rate, amount: own }]),
      ...(remaining === undefined
        ? []
        : [{ partner, role, rate: "residual" as const, amount: remaining }]),
    ];
  });
  return { lines, setAside: aside, remainder: residual - sum(rest) };
}

/** What a credit earns of a stage's base; undefined where it earns nothing in that stage. */
function earn(
  terms: Terms,
  { role, rate, weight }: RatedCredit,
  stage: Role["of"],
  base: bigint,
  weights: ReadonlyMap<number, bigint>,
): bigint | undefined {
  if (rate === undefined || terms.roles[role]?.of !== stage) return undefined;
  return (base * BigInt(rate) * BigInt(weight)) / (WHOLE * (weights.get(role) ?? 1n));
}

function shareOfResidual(
  { residual }: Terms,
  { role, weight }: RatedCredit,
  base: bigint,
  weights: ReadonlyMap<number, bigint>,
): bigint | undefined {
  if (residual === "operator" || residual.role !== role) return undefined;
  return (base * BigInt(weight)) / (weights.get(role) ?? 1n);
}

/** The standing lines' rates on a sale, together. */
function standingRateOf(terms: Terms, { kind, time }: SaleToShare): Ppm {
  return terms.standing.reduce((total, line) => total + standingRateAt(line, kind, time), 0);
}

function weightsByRole(credits: readonly RatedCredit[]): Map<number, bigint> {
  const weights = new Map<number, bigint>();
  for (const { role, weight } of credits) {
    weights.set(role, (weights.get(role) ?? 0n) + BigInt(weight));
  }
  return weights;
}

function sum(amounts: readonly (bigint | undefined)[]): bigint {
  return amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n);
}
