import type { Currency } from "../../../core/currency/Currency.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import { reserveIn } from "../../../core/ledger/reserveIn.ts";
import { sum } from "../../../core/money/sum.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readProgram } from "../../chain/readProgram.ts";

/** What came through a program in one currency, and what it has and owes. */
export interface Totals {
  readonly currency: Currency;
  readonly sales: number;
  /** Before refunds. */
  readonly revenue: bigint;
  readonly refunded: bigint;
  /** Whether the currency says what the program has. */
  readonly answers: boolean;
  readonly balance: bigint;
  readonly owed: bigint;
  /** The operator's unspent part of what is owed. */
  readonly funds: bigint;
  /** What pays guarantees and milestones. */
  readonly reserve: bigint;
  /** In disputes. */
  readonly frozen: bigint;
  /** Arrived by plain transfer and not yet synced. */
  readonly uncounted: bigint;
}

/** The totals of every currency, with what the program says that it has now. */
export async function readTotals(program: Program, books: Books): Promise<Totals[]> {
  const { currencies } = program;
  const solvency = await readProgram(program, "solvency", []);
  return currencies.map((currency) => {
    const book = currencyBook(books, currency.address);
    const buckets = [...book.buckets.values()];
    const revenue = sum(buckets.map(({ grossRevenue }) => grossRevenue));
    const left = sum(buckets.map((bucket) => bucket.revenue));
    const shown = solvency[currency.index];
    const { answers = false, balance = 0n, owed = 0n, funds = 0n, uncounted = 0n } = shown ?? {};
    const sales = [...books.sales.values()].filter((sale) => sale.currency === currency.address);
    return {
      ...{ currency, sales: sales.length, revenue, refunded: revenue - left },
      ...{
        answers,
        balance,
        owed,
        funds,
        reserve: reserveIn(book, book.settlement.state),
        uncounted,
      },
      frozen: sum(sales.flatMap(({ dispute }) => dispute?.frozen ?? [])),
    };
  });
}
