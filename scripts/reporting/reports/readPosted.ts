import type { Hash, Hex } from "viem";
import type { Fraction } from "../../../core/deal/Fraction.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { rebuildBooks } from "../../../core/ledger/rebuildBooks.ts";
import type { SaleBook, SaleLine, SalePlace } from "../../../core/ledger/SaleBook.ts";
import { saleOf } from "../../../core/ledger/saleOf.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { readHistory } from "../../chain/history/readHistory.ts";
import type { Program } from "../../chain/openProgram.ts";
import { exactRateOf } from "../audit/exactRateOf.ts";
import { type SortedLines, sortLines } from "../audit/Posted.ts";

/** A sale as it was posted. */
export interface PostedSale {
  readonly sale: SaleBook;
  /** In force when it was posted. */
  readonly terms: Terms;
  readonly time: number;
  readonly transaction: Hash;
  /** Its lines by what they are: of credits, of pools, of the residual. */
  readonly sorted: SortedLines;
  /** The exact rates of the lines of credits. */
  readonly rates: ReadonlyMap<SaleLine, Fraction>;
}

export interface MadeRefund {
  readonly args: EventNamed<"SaleRefunded">["args"];
  readonly time: number;
  readonly transaction: Hash;
}

/** What the chain has of sales and refunds. */
export interface OnChain {
  readonly books: Books;
  readonly now: number;
  readonly sales: ReadonlyMap<SalePlace, PostedSale>;
  readonly refunds: ReadonlyMap<Hex, MadeRefund>;
}

export async function readPosted(program: Program): Promise<OnChain> {
  const history = await readHistory(program);
  const sales = new Map<SalePlace, PostedSale>();
  const refunds = new Map<Hex, MadeRefund>();
  const books = rebuildBooks(program.currencies, history, (before, { event, time }) => {
    const transaction = event.transactionHash;
    if (event.eventName === "SaleRefunded")
      refunds.set(event.args.refundId, { args: event.args, time, transaction });
    if (event.eventName !== "SalePosted") return;
    const { saleId: id, head, words } = event.args;
    const terms = termsAt(before, time);
    const sale = saleOf(before, terms, { id, head, words }, time);
    const sorted = sortLines(terms, sale);
    const moment = { terms, books: before, time, kind: sale.kind, currency: sale.currency };
    const rates = new Map<SaleLine, Fraction>();
    for (const { line } of sorted.credited) {
      const rate = exactRateOf(moment, sorted, line);
      if (rate !== undefined) rates.set(line, rate);
    }
    sales.set(sale.at, { sale, terms, time, transaction, sorted, rates });
  });
  return { books, now: history.time, sales, refunds };
}
