import type { Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import { OPEN } from "../../../core/ledger/SaleBook.ts";
import { sum } from "../../../core/money/sum.ts";
import { joinWords } from "../../../core/text/joinWords.ts";

/** A sale whose lines are frozen. */
export interface OpenDispute {
  readonly saleId: Hex;
  /** Who disputes it, by name; or that it was posted twice. */
  readonly partner: string;
  /** When it stands as posted if the arbiter has not decided. */
  readonly deadline: number;
  readonly frozen: bigint;
  readonly currency: Currency;
}

/** The disputes that wait for the arbiter. */
export function disputesOf(books: Books): OpenDispute[] {
  return [...books.sales.values()].flatMap(({ id: saleId, dispute, currency }) => {
    if (dispute?.state !== OPEN) return [];
    const { partners, deadline, frozen } = dispute;
    const names = partners.map((number) => books.partners.get(number)?.name ?? `${number}`);
    return [
      {
        ...{ saleId, deadline, frozen: sum(frozen) },
        partner: names.length === 0 ? "another sale of its id" : joinWords(names),
        currency: currencyBook(books, currency).currency,
      },
    ];
  });
}
