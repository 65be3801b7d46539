import { MOST_LINES } from "../batches/limits.ts";
import { periodAt } from "../deal/periods.ts";
import { type SharedSale, shareSale } from "../deal/shareSale.ts";
import type { Time } from "../deal/Terms.ts";
import type { AttributedSale } from "./AttributedSale.ts";
import { checkOutcome } from "./checkOutcome.ts";
import type { Books } from "./openBooks.ts";
import { periodKey } from "./periodKey.ts";
import { rateCredits } from "./rateCredits.ts";
import { SpecError } from "./SpecError.ts";

/** What a sale would pay, were it posted at `time`. */
export function priceSale(books: Books, sale: AttributedSale, time: Time): SharedSale {
  const { terms } = books;
  const { kind, amount } = sale;
  if (terms.kinds[kind] === undefined) {
    throw new SpecError("unknownKind", `${kind}`, `below ${terms.kinds.length}`);
  }
  if (terms.currencies[sale.currency] === undefined) {
    throw new SpecError("unknownCurrency", `${sale.currency}`, `below ${terms.currencies.length}`);
  }
  if (amount <= 0n) throw new SpecError("zeroAmount", `${amount}`, "above 0");
  checkOutcome(books, sale, time);
  const period = periodAt(terms, time);
  const credits = rateCredits(books, sale, {
    ...{ kind, time, period, currency: sale.currency },
    activePartners: books.activePartners,
    lastRevenue: books.revenues.get(periodKey(sale.currency, period - 1)) ?? 0n,
  });
  const shared = shareSale(terms, { kind, amount, time, credits });
  const { length } = shared.lines;
  if (length > MOST_LINES) throw new SpecError("tooManyLines", `${length}`, `${MOST_LINES}`);
  return shared;
}
