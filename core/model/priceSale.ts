import { checkOutcome } from "./checkOutcome.ts";
import { ModelError } from "./modelError.ts";
import type { Books } from "./openBooks.ts";
import { periodKey } from "./periodKey.ts";
import { rateCredits } from "./rateCredits.ts";
import { segmentAt } from "./segmentAt.ts";
import { type SharedSale, shareSale } from "./shareSale.ts";
import type { Time } from "./terms.ts";

export interface Credit {
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
  const { kind, amount } = sale;
  const currency = terms.currencies[sale.currency];
  if (terms.kinds[kind] === undefined) {
    throw new ModelError("unknownKind", `${kind}`, `below ${terms.kinds.length}`);
  }
  if (currency === undefined) {
    throw new ModelError("unknownCurrency", `${sale.currency}`, `below ${terms.currencies.length}`);
  }
  if (amount <= 0n) throw new ModelError("zeroAmount", `${amount}`, "above 0");
  checkOutcome(books, sale, time);
  const { period } = segmentAt(schedule, time);
  const credits = rateCredits(books, sale, {
    ...{ kind, time, period },
    activePartners: books.activePartners,
    lastRevenue: books.revenues.get(periodKey(sale.currency, period - 1)) ?? 0n,
    decimals: currency.decimals,
  });
  return shareSale(terms, { kind, amount, time, credits });
}
