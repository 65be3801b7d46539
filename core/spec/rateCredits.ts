import type { RateInputs } from "../deal/bonuses.ts";
import type { Fraction } from "../deal/Fraction.ts";
import { rateOf } from "../deal/rateOf.ts";
import { poolSharesOf, scaleFilled } from "../deal/scaleFilled.ts";
import type { RatedCredit, Referral } from "../deal/shareSale.ts";
import { REFERRED, type Role, type Terms, TO_RESIDUAL } from "../deal/Terms.ts";
import type { AttributedSale, Credit } from "./AttributedSale.ts";
import type { Books, PartnerRecord } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";
import { tierOf } from "./tierOf.ts";

const NOBODY: readonly Referral[] = [];

/** What the rates of all credits of a sale share. */
export interface SaleInputs extends Omit<RateInputs, "joined" | "tier"> {
  readonly period: number;
}

/** The credits of a sale with their rates and referrals, and those of pools for roles that nobody filled. */
export function rateCredits(
  books: Books,
  sale: AttributedSale,
  inputs: SaleInputs,
): readonly RatedCredit[] {
  const { roles } = books.terms;
  checkCredits(roles, sale.credits);
  const rated = sale.credits.map((credit): RatedCredit => {
    const partner = creditable(books, credit);
    const role = creditedRole(roles, credit);
    const rate = rateFor(books, role, partner, inputs);
    const referrals = rate === undefined ? NOBODY : referralsOf(books, partner, inputs);
    return { ...credit, rate, isPool: false, referrals };
  });
  const isComplete = roles.every(({ missing }) => missing === TO_RESIDUAL);
  return isComplete ? rated : answerMissing(books.terms, sale.kind, rated);
}

function checkCredits(roles: readonly Role[], credits: readonly Credit[]): void {
  for (const { role, weight } of credits) {
    if (roles[role] === undefined)
      throw new SpecError("unknownRole", `${role}`, `below ${roles.length}`);
    if (weight <= 0) throw new SpecError("zeroWeight", `${weight}`, "above 0");
  }
}

/** Nobody is credited with a referral: it follows. */
function creditedRole(roles: readonly Role[], { role: index }: Credit): Role {
  const role = roles[index];
  if (role === undefined || role.stage === REFERRED)
    throw new SpecError("unknownRole", `${index}`, "a role that is credited");
  return role;
}

function rateFor(
  { terms }: Books,
  role: Role,
  { joined, tiers }: PartnerRecord,
  inputs: SaleInputs,
): Fraction | undefined {
  const tier = tierOf({ tiers }, inputs.period);
  return rateOf(role, terms.commission, { ...inputs, joined, tier });
}

/** Only of an active referrer. */
function referralsOf(
  books: Books,
  { referrer }: PartnerRecord,
  inputs: SaleInputs,
): readonly Referral[] {
  const earner = referrer === undefined ? undefined : books.partners.get(referrer);
  if (referrer === undefined || earner?.status !== "active") return NOBODY;
  return books.terms.roles.flatMap((role, index) => {
    const rate = role.stage === REFERRED ? rateFor(books, role, earner, inputs) : undefined;
    return rate === undefined ? [] : [{ partner: referrer, role: index, rate }];
  });
}

function creditable(books: Books, { partner }: Credit): PartnerRecord {
  const record = books.partners.get(partner);
  if (record === undefined) throw new SpecError("unknownPartner", partner, "an enrolled partner");
  if (record.status !== "active") {
    throw new SpecError("partnerNotActive", partner, "an active partner");
  }
  return record;
}

/** The answers to roles that nobody filled: those who filled others of the stage share it, or a pool gets it. */
function answerMissing(
  terms: Terms,
  kind: number,
  credits: readonly RatedCredit[],
): readonly RatedCredit[] {
  const filled = new Set(credits.map(({ role }) => role));
  const scaled = credits.map((credit) => {
    const role = terms.roles[credit.role];
    if (role === undefined || credit.rate === undefined) return credit;
    return { ...credit, rate: scaleFilled(terms, kind, filled, { role, rate: credit.rate }) };
  });
  const pools = poolSharesOf(terms, kind, filled).map(({ role, pool, rate }) => ({
    ...{ partner: terms.pools[pool]?.holder ?? "", role, weight: 1, rate },
    ...{ isPool: true, referrals: NOBODY },
  }));
  return [...scaled, ...pools];
}
