import { shareOf } from "../../../core/deal/shareOf.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";

/** Says how a withheld part of a payment departs from what the party chose and the terms name. */
export function checkWithheld(
  books: Books,
  terms: Terms,
  { party, taxAccount, currency, amount }: EventNamed<"Withheld">["args"],
): Difference[] {
  const rate = books.payouts.get(party)?.withholding ?? 0;
  const paid = currencyBook(books, currency).parties.get(party)?.lastPaid ?? 0n;
  return [
    ...compare("tax account", terms.rules.taxAccount, taxAccount),
    ...compare("withheld", shareOf(paid, rate), amount),
  ];
}
