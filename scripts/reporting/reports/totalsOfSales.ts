import type { Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { refundedAfter } from "../../../core/deal/refundedAfter.ts";
import { currencyBook } from "../../../core/ledger/Books.ts";
import { standingSale } from "../../../core/ledger/standingSale.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import type { OnChain } from "./readPosted.ts";
import type { SourceRefund } from "./readSource.ts";
import { sourceAmount } from "./sourceAmount.ts";

/** Of a sale of which the source tells how much has gone back in all. */
export interface SaleTotals {
  /** What all its refunds come to at the source. */
  readonly told: bigint;
  /** What the program has reversed of it, by whatever refunds. */
  readonly reversed: bigint;
}

/** The posted sales of which the source tells totals: their refunds are compared by what they come to, not one by one. */
export function totalsOfSales(
  chain: OnChain,
  source: readonly SourceRefund[],
): ReadonlyMap<Hex, SaleTotals> {
  const made = Map.groupBy(chain.refunds.values(), ({ args }) => args.saleId);
  const totals = new Map<Hex, SaleTotals>();
  for (const [saleId, own] of Map.groupBy(source, (refund) => refund.saleId)) {
    const book = standingSale(chain.books, saleId);
    if (book === undefined || own.every(({ totalText }) => totalText === "")) continue;
    const { currency } = currencyBook(chain.books, book.currency);
    const told = own.reduce((sum, one) => refundedAfter(sum, amountsOf(one, currency)), 0n);
    const reversed = sumOfAmounts((made.get(saleId) ?? []).map(({ args }) => args));
    totals.set(saleId, { told, reversed });
  }
  return totals;
}

function amountsOf({ amountText, totalText }: SourceRefund, currency: Currency) {
  const amount = sourceAmount(amountText, currency) ?? 0n;
  return { amount, total: totalText === "" ? undefined : sourceAmount(totalText, currency) };
}
