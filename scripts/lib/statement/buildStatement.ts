import type { Books, CurrencyBook } from "../books/Books.ts";
import { currencyBook } from "../books/Books.ts";
import type { Currency } from "../chain/Currency.ts";
import type { Program } from "../chain/openProgram.ts";
import { partnerRow } from "./partnerRow.ts";
import type { StatementRow } from "./StatementRow.ts";
import { lineRow, residualRow } from "./settledRow.ts";

/** The books of every partner, standing line and of the residual, in every currency: of all time, or of one period. */
export function buildStatement(
  { terms, currencies }: Program,
  books: Books,
  now: number,
  period: number | undefined,
): StatementRow[] {
  const all = currencies.map((currency) => ({
    currency,
    book: currencyBook(books, currency.address),
  }));
  return [
    ...[...books.partners.values()].flatMap((partner) =>
      all.map(({ currency, book }) => partnerRow(terms, book, partner, currency, now, period)),
    ),
    ...terms.standing.flatMap((_, index) =>
      all.map(({ currency, book }) => lineRow(terms, book, index, currency, now, period)),
    ),
    ...all.map(({ currency, book }) => residualRow(terms, book, currency, now, period)),
    ...(period === undefined
      ? all.flatMap(({ currency, book }) => returnedRows(book, currency))
      : []),
  ];
}

/** What customers who paid on chain get back. */
function returnedRows(book: CurrencyBook, currency: Currency): StatementRow[] {
  return [...book.parties].flatMap(([wallet, party]) => {
    const returned = party.settled.get("returned");
    if (returned === undefined) return [];
    const { settled, paid } = returned;
    const amounts = {
      earned: settled,
      reversed: 0n,
      held: 0n,
      locked: settled,
      claimed: paid,
      claimable: settled - paid,
    };
    return [{ partner: wallet, wallet, source: "returned", currency, ...amounts }];
  });
}
