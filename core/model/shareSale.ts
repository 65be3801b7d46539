import { ONE, WHOLE } from "./constants.ts";
import { setAside } from "./setAside.ts";
import { standingRateOf } from "./standingRateOf.ts";
import type { Ppm, Role, Terms, Time } from "./terms.ts";

/** A credit with the rate that was worked out for it; undefined where its role is not paid. */
export interface RatedCredit {
  readonly partner: string;
  readonly role: number;
  readonly weight: number;
  readonly rate: Ppm | undefined;
  /** Whether it is the share of a role that nobody filled. */
  readonly isPool: boolean;
  /** What whoever referred the partner earns of its line. */
  readonly referrals: readonly Referral[];
}

export interface Referral {
  readonly partner: string;
  readonly role: number;
  readonly rate: Ppm;
}

export interface SaleToShare {
  readonly kind: number;
  readonly amount: bigint;
  readonly time: Time;
  readonly credits: readonly RatedCredit[];
}

/** What one party earns on one sale. A line of the residual has no rate: it is what remains. */
export interface Line {
  readonly partner: string;
  readonly role: number;
  readonly rate: Ppm | "residual";
  readonly amount: bigint;
  /** Whether it is the share of a role that nobody filled. */
  readonly isPool: boolean;
}

export interface SharedSale {
  /** Of each credit in order: its own rate's line, those of its referrals, its share of the residual. */
  readonly lines: readonly Line[];
  /** Brought for the standing lines. */
  readonly setAside: bigint;
  /** What no line took. With `lines` and `setAside` it makes up the whole sale. */
  readonly remainder: bigint;
}

/** The part of each credit, by its place; undefined where it has none. */
type Parts = (bigint | undefined)[];

/**
 * The waterfall of one sale: standing lines off the top, gross roles of the sale, net roles of what
 * is left, referrals of the lines of both, the remainder to the operator or to a role.
 */
export function shareSale(terms: Terms, sale: SaleToShare): SharedSale {
  const { credits, amount } = sale;
  const weights = weightsByRole(credits);
  const aside = setAside(amount, standingRateOf(terms, sale.kind, sale.time));
  const parts: Parts = new Array(credits.length).fill(undefined);
  const gross = earn(terms, sale, "gross", amount, { weights, parts });
  const netBase = amount - aside - gross;
  const net = earn(terms, sale, "net", netBase, { weights, parts });

  const lines: Line[] = [];
  const residual = netBase - net - sumOfReferrals(credits, parts);
  let remainder = residual;
  for (const [index, credit] of credits.entries()) {
    pushOwnLines(lines, credit, parts[index]);
    if (!takesResidual(terms, credit)) continue;
    const { partner, role } = credit;
    const rest = partOf(residual, ONE, credit, weights);
    lines.push({ partner, role, rate: "residual", amount: rest, isPool: false });
    remainder -= rest;
  }
  return { lines, setAside: aside, remainder };
}

/** Works out the part of every credit of a stage. Returns their sum. */
function earn(
  terms: Terms,
  { credits }: SaleToShare,
  stage: Role["of"],
  base: bigint,
  { weights, parts }: { readonly weights: readonly number[]; readonly parts: Parts },
): bigint {
  let sum = 0n;
  for (const [index, credit] of credits.entries()) {
    if (credit.rate === undefined || terms.roles[credit.role]?.of !== stage) continue;
    const part = partOf(base, credit.rate, credit, weights);
    parts[index] = part;
    sum += part;
  }
  return sum;
}

function partOf(
  base: bigint,
  rate: Ppm,
  { role, weight }: RatedCredit,
  weights: readonly number[],
): bigint {
  const all = weights[role] ?? weight;
  // Where a role is played alone its weight is the whole of it.
  if (all === weight) return (base * BigInt(rate)) / WHOLE;
  return (base * BigInt(rate) * BigInt(weight)) / (WHOLE * BigInt(all));
}

function pushOwnLines(lines: Line[], credit: RatedCredit, amount: bigint | undefined): void {
  const { partner, role, rate, isPool } = credit;
  if (rate === undefined || amount === undefined) return;
  lines.push({ partner, role, rate, amount, isPool });
  for (const referral of credit.referrals) {
    lines.push({ ...referral, amount: ofLine(amount, referral), isPool: false });
  }
}

function sumOfReferrals(credits: readonly RatedCredit[], parts: Parts): bigint {
  let sum = 0n;
  for (const [index, { referrals }] of credits.entries()) {
    for (const referral of referrals) sum += ofLine(parts[index] ?? 0n, referral);
  }
  return sum;
}

function ofLine(line: bigint, { rate }: Referral): bigint {
  return (line * BigInt(rate)) / WHOLE;
}

function takesResidual({ residual }: Terms, { role, isPool }: RatedCredit): boolean {
  return residual !== "operator" && residual.role === role && !isPool;
}

/** At most 32 weights below 2^32: their sum is exact. */
function weightsByRole(credits: readonly RatedCredit[]): number[] {
  const weights: number[] = [];
  for (const { role, weight } of credits) weights[role] = (weights[role] ?? 0) + weight;
  return weights;
}
