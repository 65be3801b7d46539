import type { Currency } from "../../../core/currency/Currency.ts";
import { nameOfId } from "../../../core/ids/nameOfId.ts";
import { type Books, type BucketBook, currencyBook } from "../../../core/ledger/Books.ts";
import type { SaleBook } from "../../../core/ledger/SaleBook.ts";
import { splitPlace } from "../../../core/ledger/salePlace.ts";
import type { Comparison } from "./Comparison.ts";
import { rootOf } from "./checkBatch.ts";

/**
 * Compares the root of every batch with that of its sales, and what became of each sale of which the events tell anything. Of others
 * the program has nothing but the root; what it would have done to one shows in the sums.
 */
export function compareSales(comparison: Comparison, books: Books): void {
  comparison.ask("batchCount", [], (found) => {
    comparison.equal("batches", books.batches.length, Number(found));
  });
  for (const { batch, sales } of books.batches) {
    comparison.ask("rootOf", [BigInt(batch)], (found) => {
      comparison.equal(`batch ${batch}: root`, rootOf(sales), found);
    });
  }
  for (const sale of books.sales.values()) {
    if (sale.tag !== 0n || sale.dispute !== undefined) compareState(comparison, books, sale);
  }
}

function compareState(comparison: Comparison, books: Books, sale: SaleBook): void {
  const { currency } = currencyBook(books, sale.currency);
  const { refunded, tag, dispute } = sale;
  const { batch, place } = splitPlace(sale.at);
  const name = `sale ${nameOfId(sale.id)}`;
  comparison.ask("stateOf", [BigInt(batch), BigInt(place)], (found) => {
    comparison.amount(`${name}: refunded`, currency, refunded, found.refunded);
    comparison.equal(`${name}: tag of its refunds`, tag, found.tag);
    comparison.equal(`${name}: dispute`, dispute?.state ?? 0, found.dispute);
    comparison.equal(`${name}: disputed by`, dispute?.partners[0] ?? 0, found.disputant);
    comparison.equal(`${name}: deadline`, dispute?.deadline ?? 0, found.deadline);
  });
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
