import { type Books, currencyBook } from "../books/Books.ts";
import type { Currency } from "../chain/Currency.ts";
import type { Program } from "../chain/openProgram.ts";
import { nameOfId } from "../sales/nameOfId.ts";
import type { Comparison } from "./Comparison.ts";

/** Compares every sale. */
export function compareSales(comparison: Comparison, { currencies }: Program, books: Books): void {
  for (const [id, sale] of books.sales) {
    const currency = currencies.find(({ address }) => address === sale.currency);
    if (currency === undefined) continue;
    const name = `sale ${nameOfId(id)}`;
    comparison.ask("saleOf", [id], ([amount, refunded, kind, address, period]) => {
      comparison.amount(`${name}: amount`, currency, sale.amount, amount);
      comparison.amount(`${name}: refunded`, currency, sale.refunded, refunded);
      comparison.equal(`${name}: kind`, sale.kind, kind);
      comparison.equal(`${name}: currency`, sale.currency, address);
      comparison.equal(`${name}: period`, sale.period, Number(period));
    });
  }
}

/** Compares every partner and their number. */
export function comparePartners(comparison: Comparison, books: Books): void {
  comparison.ask("partnerCount", [], ([enrolled, active]) => {
    comparison.equal("partners enrolled", books.partners.size, Number(enrolled));
    comparison.equal("partners active", books.active, Number(active));
  });
  for (const partner of books.partners.values()) {
    comparison.ask("partnerAt", [BigInt(partner.number)], (found) => {
      comparison.equal(`${partner.name}: wallet`, partner.wallet, found.wallet);
      comparison.equal(`${partner.name}: joined`, partner.joined, found.joined);
      comparison.equal(`${partner.name}: status`, partner.status, found.status);
      comparison.equal(`${partner.name}: tier`, partner.nextTier, found.nextTier);
    });
  }
}

/** Compares the revenue of every segment and kind. */
export function compareRevenue(
  comparison: Comparison,
  { currencies }: Program,
  books: Books,
): void {
  for (const currency of currencies) {
    for (const bucket of currencyBook(books, currency.address).buckets.values()) {
      compareBucket(comparison, currency, bucket);
    }
  }
}

function compareBucket(
  comparison: Comparison,
  currency: Currency,
  {
    kind,
    time,
    period,
    revenue,
    brought,
  }: { kind: number; time: number; period: number; revenue: bigint; brought: bigint },
): void {
  const name = `revenue of kind ${kind} in period ${period}`;
  comparison.ask("bucketAt", [currency.address, kind, BigInt(time)], (found) => {
    comparison.amount(name, currency, revenue, found.revenue);
    comparison.amount(`${name}: brought`, currency, brought, found.brought);
  });
}
