import type { Currency } from "../../../core/currency/Currency.ts";
import { lockTime } from "../../../core/deal/periods.ts";
import { nameOfId } from "../../../core/ids/nameOfId.ts";
import { type Books, type BucketBook, currencyBook } from "../../../core/ledger/Books.ts";
import type { History } from "../../../core/ledger/History.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { Comparison } from "./Comparison.ts";

/**
 * Compares every sale, with its dispute where events tell one or it may still begin. Of others that are final a dispute would
 * show in the sum of what is frozen.
 */
export function compareSales(comparison: Comparison, books: Books, { time }: History): void {
  const terms = termsAt(books, time);
  const canBeDisputed = [...books.texts.values()].some(({ rules }) => rules.disputes > 0);
  for (const [id, sale] of books.sales) {
    const { currency } = currencyBook(books, sale.currency);
    const name = `sale ${nameOfId(id)}`;
    comparison.ask("saleOf", [id], ([amount, refunded, kind, address, period]) => {
      comparison.amount(`${name}: amount`, currency, sale.amount, amount);
      comparison.amount(`${name}: refunded`, currency, sale.refunded, refunded);
      comparison.equal(`${name}: kind`, sale.kind, kind);
      comparison.equal(`${name}: currency`, sale.currency, address);
      comparison.equal(`${name}: period`, sale.period, Number(period));
    });
    const isOpen = canBeDisputed && time < lockTime(terms, sale.period);
    if (!isOpen && sale.dispute === undefined) continue;
    comparison.ask("disputeOf", [id], ({ state, partner, deadline }) => {
      comparison.equal(`${name}: dispute`, sale.dispute?.state ?? 0, state);
      comparison.equal(`${name}: disputed by`, sale.dispute?.partner ?? 0, partner);
      comparison.equal(`${name}: deadline`, sale.dispute?.deadline ?? 0, deadline);
    });
  }
}

/** Compares the revenue of every segment and kind. */
export function compareRevenue(comparison: Comparison, { currencies }: Books): void {
  for (const { currency, buckets } of currencies.values()) {
    for (const bucket of buckets.values()) compareBucket(comparison, currency, bucket);
  }
}

function compareBucket(
  comparison: Comparison,
  currency: Currency,
  { kind, time, period, revenue, setAside }: BucketBook,
): void {
  const name = `revenue of kind ${kind} in period ${period}`;
  comparison.ask("bucketAt", [currency.address, kind, BigInt(time)], (found) => {
    comparison.amount(name, currency, revenue, found.revenue);
    comparison.amount(`${name}: set aside`, currency, setAside, found.setAside);
  });
}
