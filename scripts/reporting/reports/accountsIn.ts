import type { Books } from "../../../core/ledger/Books.ts";
import type { History } from "../../../core/ledger/History.ts";
import { historyUntil } from "../../../core/ledger/historyUntil.ts";
import { rebuildBooks } from "../../../core/ledger/rebuildBooks.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import type { Program } from "../../chain/openProgram.ts";
import { buildStatement } from "../statement/buildStatement.ts";
import { ofPartner } from "../statement/ofPartner.ts";
import type { StatementRow } from "../statement/StatementRow.ts";
import type { Account } from "./PartnerStatement.ts";
import type { Span } from "./Span.ts";

/**
 * What a party's accounts, all of its wallet, were at both ends of a span of time, and what moved in between: the books are rebuilt as they
 * stood at either end, and the difference is what moved. A dispute counts as reversed when it begins, and as its contrary
 * where it brings the lines back.
 */
export function accountsIn(
  { currencies }: Program,
  history: History,
  partner: string,
  { from, to }: Span,
): { readonly until: number; readonly accounts: Account[] } {
  const end = historyUntil(history, to);
  const books = rebuildBooks(currencies, end);
  const before = openingRows(currencies, historyUntil(history, from));
  // Who is meant is known by now, though perhaps not yet at the end of the span.
  const known = end === history ? books : rebuildBooks(currencies, history);
  const named = ofPartner(buildStatement(known, history.time, undefined), partner);
  const wallets = new Set(named.map(({ wallet }) => wallet));
  const accounts = buildStatement(books, end.time, undefined)
    .filter(({ wallet }) => wallets.has(wallet))
    .map((row) => toAccount(books, before.get(keyOf(row)), row, from))
    .filter(hasMoved);
  return { until: end.time, accounts };
}

function openingRows(
  currencies: Program["currencies"],
  history: History,
): ReadonlyMap<string, StatementRow> {
  // Before a program's first event there is nothing.
  if (history.events.length === 0) return new Map();
  const rows = buildStatement(rebuildBooks(currencies, history), history.time, undefined);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function keyOf({ source, partner, wallet, currency }: StatementRow): string {
  return JSON.stringify([source, partner, wallet, currency.address]);
}

function toAccount(
  books: Books,
  before: StatementRow | undefined,
  row: StatementRow,
  from: number,
): Account {
  const { source, wallet, currency, held, claimable, frozen } = row;
  const opening = balanceOf(before);
  const closing = balanceOf(row);
  const claimed = row.claimed - (before?.claimed ?? 0n);
  const reversed =
    source === "partner" || source === "pool"
      ? reversedSince(books, row, from)
      : row.reversed - (before?.reversed ?? 0n);
  return {
    ...{ name: row.partner, wallet, source, currency, opening, reversed, claimed, closing },
    earned: closing - opening + reversed + claimed,
    withheld: row.withheld - (before?.withheld ?? 0n),
    ...{ held, claimable, frozen },
  };
}

/** A partner's own account is told in each currency, others where there is something. */
function hasMoved({ source, opening, earned, reversed, claimed, frozen }: Account): boolean {
  if (source === "partner" || source === "pool") return true;
  return [opening, earned, reversed, claimed, frozen].some((amount) => amount !== 0n);
}

function balanceOf(row: StatementRow | undefined): bigint {
  return row === undefined ? 0n : row.earned - row.reversed - row.claimed;
}

/** Refunds and disputes by the dates on which they were made. */
function reversedSince(books: Books, { wallet, currency }: StatementRow, from: number): bigint {
  const movements = books.currencies.get(currency.address)?.parties.get(wallet)?.movements ?? [];
  return sumOfAmounts(movements.filter(({ kind, time }) => kind === "reversed" && time >= from));
}
