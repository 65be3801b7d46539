import type { Ppm } from "../money/ppm.ts";
import { ALL, type Fraction } from "./Fraction.ts";
import { partOf } from "./partOf.ts";
import { ppmOf } from "./ppmOf.ts";
import { setAsideOf } from "./setAsideOf.ts";
import { standingRateOf } from "./standingRateOf.ts";
import { GROSS, NET, RESIDUAL_RATE, type Terms, type Time } from "./Terms.ts";

/** A credit with the rate that was worked out for it; undefined where its role is not paid. */
export interface RatedCredit {
  readonly partner: string;
  readonly role: number;
  readonly weight: number;
  readonly rate: Fraction | undefined;
  /** Whether it is the share of a role that nobody filled. */
  readonly isPool: boolean;
  /** What whoever referred the partner earns of its line. */
  readonly referrals: readonly Referral[];
}

export interface Referral {
  readonly partner: string;
  readonly role: number;
  readonly rate: Fraction;
}

export interface SaleToShare {
  readonly kind: number;
  readonly amount: bigint;
  readonly time: Time;
  readonly credits: readonly RatedCredit[];
}

/** What one party earns on one sale. A line of the residual has `RESIDUAL_RATE`: it is what remains. */
export interface Line {
  readonly partner: string;
  readonly role: number;
  /** Whole parts per million, for people: the amount follows from the exact one. */
  readonly rate: Ppm;
  /** Its part among the sale's lines of the role. */
  readonly weight: number;
  readonly amount: bigint;
  /** Whether it is the share of a role that nobody filled. */
  readonly isPool: boolean;
}

export interface SharedSale {
  /** Of each credit in order: its own rate's line, those of its referrals, its share of the residual. */
  readonly lines: readonly Line[];
  /** Set aside for the standing lines. */
  readonly forStanding: bigint;
  /** What no line took. With `lines` and `forStanding` it makes up the whole sale. */
  readonly remainder: bigint;
}

/** The part of each credit, by its place; undefined where it has none. */
type Parts = (bigint | undefined)[];

/**
 * The waterfall of one sale, in the currency's smallest unit: standing lines off the top, gross roles of the sale, net roles
 * of what is left, referrals of the lines of both, the remainder to the operator or to a role.
 *
 *     line     = ⌊base × rate × weight ÷ the role's weights⌋
 *     referral = ⌊line × rate⌋
 *
 * where the base is the sale, or for net roles the sale less what it sets aside and less the gross lines. Rates are exact: what
 * commission and the shares of roles that nobody filled make of them is not rounded before the line is.
 */
export function shareSale(terms: Terms, sale: SaleToShare): SharedSale {
  const { credits, amount } = sale;
  const weights = weightsByRole(credits);
  const aside = setAsideOf(amount, standingRateOf(terms, sale.kind, sale.time));
  const parts: Parts = new Array(credits.length).fill(undefined);
  const gross = earn(terms, sale, GROSS, amount, { weights, parts });
  const netBase = amount - aside - gross;
  const net = earn(terms, sale, NET, netBase, { weights, parts });

  const lines: Line[] = [];
  const residual = netBase - net - sumOfReferrals(credits, parts);
  let remainder = residual;
  for (const [index, credit] of credits.entries()) {
    pushOwnLines(lines, credit, parts[index]);
    if (!takesResidual(terms, credit)) continue;
    const { partner, role, weight } = credit;
    const rest = partOf(residual, ALL, weight, weights[role] ?? weight);
    lines.push({ partner, role, rate: RESIDUAL_RATE, weight, amount: rest, isPool: false });
    remainder -= rest;
  }
  return { lines, forStanding: aside, remainder };
}

/** Works out the part of every credit of a stage. Returns their sum. */
function earn(
  terms: Terms,
  { credits }: SaleToShare,
  stage: number,
  base: bigint,
  { weights, parts }: { readonly weights: readonly number[]; readonly parts: Parts },
): bigint {
  let sum = 0n;
  for (const [index, credit] of credits.entries()) {
    if (credit.rate === undefined || terms.roles[credit.role]?.stage !== stage) continue;
    const part = partOf(base, credit.rate, credit.weight, weights[credit.role] ?? credit.weight);
    parts[index] = part;
    sum += part;
  }
  return sum;
}

function pushOwnLines(lines: Line[], credit: RatedCredit, amount: bigint | undefined): void {
  const { partner, role, rate, weight, isPool } = credit;
  if (rate === undefined || amount === undefined) return;
  lines.push({ partner, role, rate: ppmOf(rate), weight, amount, isPool });
  for (const referral of credit.referrals) {
    const part = partOf(amount, referral.rate, 1, 1);
    lines.push({ ...referral, rate: ppmOf(referral.rate), weight: 1, amount: part, isPool: false });
  }
}

function sumOfReferrals(credits: readonly RatedCredit[], parts: Parts): bigint {
  let sum = 0n;
  for (const [index, { referrals }] of credits.entries()) {
    for (const referral of referrals) sum += partOf(parts[index] ?? 0n, referral.rate, 1, 1);
  }
  return sum;
}

function takesResidual({ residualRole }: Terms, { role, isPool }: RatedCredit): boolean {
  return residualRole === role && !isPool;
}

/** At most 32 weights below 2^32: their sum is exact. */
function weightsByRole(credits: readonly RatedCredit[]): number[] {
  const weights: number[] = [];
  for (const { role, weight } of credits) weights[role] = (weights[role] ?? 0) + weight;
  return weights;
}
