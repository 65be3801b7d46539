import { bucketKey } from "./bucketKey.ts";
import { ModelError } from "./modelError.ts";
import type { Books } from "./openBooks.ts";
import type { AttributedSale } from "./priceSale.ts";
import { segmentAt } from "./segmentAt.ts";
import type { Time } from "./terms.ts";
import { toUnits } from "./toUnits.ts";

/** Refuses a sale of an outcome's kind whose amount is not the one that the terms name. */
export function checkOutcome(books: Books, sale: AttributedSale, time: Time): void {
  const outcome = books.terms.outcomes.get(sale.kind);
  if (outcome === undefined) return;
  const allowed = toUnits(outcome.amount, books.terms.currencies[sale.currency]?.decimals ?? 0);
  if (!outcome.perPeriod && sale.amount === allowed) return;
  const found = outcome.perPeriod ? sale.amount + postedIn(books, sale, time) : sale.amount;
  if (outcome.perPeriod && found <= allowed) return;
  throw new ModelError("outcomeMismatch", `${found}`, `${allowed}`);
}

/** Of the sale's kind in the running period, less refunds. */
function postedIn({ schedule, buckets }: Books, sale: AttributedSale, now: Time): bigint {
  const { period } = segmentAt(schedule, now);
  let sum = 0n;
  for (let time = schedule.start + period * schedule.period; ; ) {
    const segment = segmentAt(schedule, time);
    if (segment.period !== period) return sum;
    sum += buckets.get(bucketKey(sale.currency, sale.kind, segment.start))?.revenue ?? 0n;
    time = segment.end;
  }
}
