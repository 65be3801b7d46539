import { programAbi } from "../../../generated/abis.ts";
import { currencyBook } from "../books/Books.ts";
import { readHistory } from "../books/readHistory.ts";
import { rebuildBooks } from "../books/rebuildBooks.ts";
import type { Currency } from "../chain/Currency.ts";
import type { Program } from "../chain/openProgram.ts";

/** What came through a program in one currency, and what it has and owes. */
export interface Totals {
  readonly currency: Currency;
  readonly sales: number;
  /** Before refunds. */
  readonly revenue: bigint;
  readonly refunded: bigint;
  readonly balance: bigint;
  readonly owed: bigint;
  /** The operator's unspent part of what is owed. */
  readonly funds: bigint;
  /** Arrived by plain transfer and not yet synced. */
  readonly uncounted: bigint;
}

/** Reads the totals of every currency. */
export async function readTotals(program: Program): Promise<Totals[]> {
  const { chain, address, currencies } = program;
  const [history, solvency] = await Promise.all([
    readHistory(program),
    chain.client.readContract({ address, abi: programAbi, functionName: "solvency" }),
  ]);
  const books = rebuildBooks(currencies, history);
  return currencies.map((currency) => {
    const buckets = [...currencyBook(books, currency.address).buckets.values()];
    const revenue = buckets.reduce((sum, bucket) => sum + bucket.grossRevenue, 0n);
    const left = buckets.reduce((sum, bucket) => sum + bucket.revenue, 0n);
    const { balance = 0n, owed = 0n, funds = 0n, uncounted = 0n } = solvency[currency.index] ?? {};
    const sales = [...books.sales.values()].filter(
      (sale) => sale.currency === currency.address,
    ).length;
    return { currency, sales, revenue, refunded: revenue - left, balance, owed, funds, uncounted };
  });
}
