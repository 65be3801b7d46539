import type { Hex } from "viem";
import type { Books } from "../books/Books.ts";
import type { History, TimedEvent } from "../books/History.ts";
import { rebuildBooks } from "../books/rebuildBooks.ts";
import type { Currency } from "../chain/Currency.ts";
import type { Program } from "../chain/openProgram.ts";
import { nameOfId } from "../sales/nameOfId.ts";
import { checkPosted } from "./checkPosted.ts";
import { checkRefunded } from "./checkRefunded.ts";
import type { Difference } from "./Difference.ts";

/** Rebuilds the books, and checks each sale and refund on the way against the terms. */
export function checkEvents(
  program: Program,
  history: History,
): { books: Books; differences: Difference[] } {
  const differences: Difference[] = [];
  const books = rebuildBooks(program.terms, history, (before, event) => {
    differences.push(...checkEvent(program, before, event));
  });
  return { books, differences };
}

function checkEvent(
  { terms, currencies }: Program,
  books: Books,
  { event, time }: TimedEvent,
): Difference[] {
  if (event.eventName === "SalePosted") {
    const { saleId, kind, currency } = event.args;
    const unit = 10n ** BigInt(decimalsOf(currencies, currency));
    const moment = { terms, books, time, kind, currency, unit };
    return of(saleId, checkPosted(moment, event.args, books.payment?.saleId === saleId));
  }
  if (event.eventName === "SaleRefunded") {
    const sale = books.sales.get(event.args.saleId);
    // An unknown sale is refused when the event is entered.
    return sale === undefined
      ? []
      : of(event.args.saleId, checkRefunded(terms, sale, event.args, time));
  }
  return [];
}

function of(saleId: Hex, differences: readonly Difference[]): Difference[] {
  return differences.map(({ what, ...rest }) => ({
    what: `sale ${nameOfId(saleId)}: ${what}`,
    ...rest,
  }));
}

function decimalsOf(currencies: readonly Currency[], address: string): number {
  return currencies.find((one) => one.address === address)?.decimals ?? 18;
}
