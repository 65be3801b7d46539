import { ModelError } from "./modelError.ts";
import type { Books, PartnerRecord } from "./openBooks.ts";
import { rateOf } from "./rateOf.ts";
import { revenueOf } from "./revenueOf.ts";
import { segmentAt } from "./segmentAt.ts";
import { type RatedCredit, type SharedSale, shareSale } from "./shareSale.ts";
import type { Time } from "./terms.ts";
import { tierOf } from "./tierOf.ts";

interface Credit {
  readonly partner: string;
  readonly role: number;
  readonly weight: number;
}

export interface AttributedSale {
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
  readonly credits: readonly Credit[];
}

/** What a sale would pay, were it posted at `time`. */
export function priceSale(books: Books, sale: AttributedSale, time: Time): SharedSale {
  const { terms, schedule } = books;
  const currency = terms.currencies[sale.currency];
  if (terms.kinds[sale.kind] === undefined) {
    throw new ModelError("unknownKind", `${sale.kind}`, `below ${terms.kinds.length}`);
  }
  if (currency === undefined) {
    throw new ModelError("unknownCurrency", `${sale.currency}`, `below ${terms.currencies.length}`);
  }
  if (sale.amount <= 0n) throw new ModelError("zeroAmount", `${sale.amount}`, "above 0");
  const { period } = segmentAt(schedule, time);
  const shared = {
    kind: sale.kind,
    time,
    activePartners: books.activePartners,
    lastRevenue: lastRevenue(books, sale.currency, period),
    decimals: currency.decimals,
  };
  const credits = sale.credits.map((credit): RatedCredit => {
    const role = terms.roles[credit.role];
    if (role === undefined) {
      throw new ModelError("unknownRole", `${credit.role}`, `below ${terms.roles.length}`);
    }
    const partner = creditable(books, credit);
    const tier = tierOf(partner, period);
    const rate = rateOf(role, terms.commission, { ...shared, joined: partner.joined, tier });
    return { ...credit, rate };
  });
  return shareSale(terms, { kind: sale.kind, amount: sale.amount, time, credits });
}

function creditable(books: Books, { partner, weight }: Credit): PartnerRecord {
  if (weight <= 0) throw new ModelError("zeroWeight", `${weight}`, "above 0");
  const record = books.partners.get(partner);
  if (record === undefined) throw new ModelError("unknownPartner", partner, "an enrolled partner");
  if (!record.active) throw new ModelError("partnerNotActive", partner, "an active partner");
  return record;
}

/** Summed only where some role's rate depends on it. */
function lastRevenue(books: Books, currency: number, period: number): bigint {
  const counts = period > 0 && books.terms.roles.some(({ volume }) => volume !== undefined);
  return counts ? revenueOf(books, currency, period - 1) : 0n;
}
