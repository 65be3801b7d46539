import type { Currency } from "../../../core/currency/Currency.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import { BY_HOLDER, BY_OPERATOR, type LineChanges } from "../../../core/ledger/LineChanges.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";

interface Money {
  readonly amount: bigint;
  readonly currency: Currency;
}

/** What happens to a standing line beside its terms. */
export interface LineNote {
  readonly line: string;
  /** When it ends by exit, sale or breach. */
  readonly ends: number | undefined;
  /** From when on it earns nothing until it is resumed. */
  readonly suspendedFrom: number | undefined;
  readonly agreedBy: readonly ("operator" | "holder")[];
  readonly notice: { readonly remedy: "suspend" | "end"; readonly until: number } | undefined;
  /** From when on the holder can accept it, beside. */
  readonly offer: (Money & { readonly from: number }) | undefined;
  /** Guaranteed and not yet funded. */
  readonly arrears: readonly Money[];
}

/** The standing lines that something happens to. */
export function lineNotesOf(books: Books, now: number): LineNote[] {
  const terms = termsAt(books, now);
  return terms.standing.flatMap(({ name }, index) => {
    const changes = books.lines.get(index);
    const arrears = arrearsOf(books, index);
    const note: LineNote = { line: name, ...notesIn(books, changes, now - terms.period), arrears };
    const { ends, suspendedFrom, agreedBy, notice, offer } = note;
    const isQuiet =
      [ends, suspendedFrom, notice, offer].every((one) => one === undefined) &&
      agreedBy.length + arrears.length === 0;
    return isQuiet ? [] : [note];
  });
}

/** @param lapse Notices that were over by then have lapsed. */
function notesIn(books: Books, changes: LineChanges | undefined, lapse: number) {
  const { ends, turns = [], agreed = 0, notice, offer } = changes ?? {};
  const agreedBy: LineNote["agreedBy"] = [
    ...((agreed & BY_OPERATOR) === 0 ? [] : ["operator" as const]),
    ...((agreed & BY_HOLDER) === 0 ? [] : ["holder" as const]),
  ];
  return {
    ...{ ends, agreedBy },
    suspendedFrom: turns.length % 2 === 1 ? turns.at(-1) : undefined,
    notice:
      notice !== undefined && notice.until > lapse
        ? {
            remedy: notice.remedy === 1 ? ("suspend" as const) : ("end" as const),
            until: notice.until,
          }
        : undefined,
    offer: offer && {
      amount: offer.price,
      currency: currencyBook(books, offer.currency).currency,
      from: offer.from,
    },
  };
}

function arrearsOf({ currencies }: Books, index: number): Money[] {
  return [...currencies.values()].flatMap(({ currency, settlement }) => {
    const amount = settlement.state.clauses.get(index)?.arrears ?? 0n;
    return amount === 0n ? [] : [{ amount, currency }];
  });
}
