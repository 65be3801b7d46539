import { amountOf } from "../deal/amountOf.ts";
import { periodAt, periodStart } from "../deal/periods.ts";
import { segmentAt } from "../deal/segmentAt.ts";
import type { Time } from "../deal/Terms.ts";
import type { AttributedSale } from "./AttributedSale.ts";
import { bucketKey } from "./bucketKey.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** Refuses a sale of an outcome's kind whose amount is not the one that the terms name. */
export function checkOutcome(books: Books, sale: AttributedSale, time: Time): void {
  const outcome = books.terms.outcomes.find(({ kind }) => kind === sale.kind);
  if (outcome === undefined) return;
  const allowed = amountOf(outcome.amounts, sale.currency);
  if (!outcome.perPeriod && sale.amount === allowed) return;
  const found = outcome.perPeriod ? sale.amount + postedIn(books, sale, time) : sale.amount;
  if (outcome.perPeriod && found <= allowed) return;
  throw new SpecError("outcomeMismatch", `${found}`, `${allowed}`);
}

/** Of the sale's kind in the running period, less refunds. */
function postedIn({ terms, buckets }: Books, sale: AttributedSale, now: Time): bigint {
  const period = periodAt(terms, now);
  let sum = 0n;
  for (let time = periodStart(terms, period); ; ) {
    const segment = segmentAt(terms, time);
    if (segment.period !== period) return sum;
    sum += buckets.get(bucketKey(sale.currency, sale.kind, segment.start))?.revenue ?? 0n;
    time = segment.end;
  }
}
