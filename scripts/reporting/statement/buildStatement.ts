import type { Books } from "../../../core/ledger/Books.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { otherRows } from "./otherRows.ts";
import { partnerRow } from "./partnerRow.ts";
import type { StatementRow } from "./StatementRow.ts";
import { lineRow, residualRow } from "./settledRow.ts";

/**
 * The books of every partner, pool and standing line, of the residual and of whoever else is owed something, in every
 * currency: of all time, or of one period.
 */
export function buildStatement(
  books: Books,
  now: number,
  period: number | undefined,
): StatementRow[] {
  const terms = termsAt(books, now);
  const all = [...books.currencies.values()];
  return [
    ...[...books.members.values()].flatMap((partner) =>
      all.map((book) => partnerRow(terms, book, partner, now, period)),
    ),
    ...terms.standing.flatMap((_, index) =>
      all.map((book) => lineRow(books, book, index, now, period)),
    ),
    ...all.map((book) => residualRow(books, book, now, period)),
    ...all.flatMap((book) => otherRows(terms, book, period)),
  ];
}
