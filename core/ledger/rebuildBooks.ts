import type { Currency } from "../currency/Currency.ts";
import { refuseUnbatched } from "./applyBatch.ts";
import { applyEvent } from "./applyEvent.ts";
import { type Books, createBooks } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import type { History, TimedEvent } from "./History.ts";
import { compareSettlement } from "./settlement.ts";

/**
 * Rebuilds a program's books from its events and terms alone.
 *
 * @param before Sees each event before it is entered, with the books as they were.
 */
export function rebuildBooks(
  currencies: readonly Currency[],
  { events, terms }: History,
  before: (books: Books, event: TimedEvent) => void = () => {},
): Books {
  const books = createBooks(currencies, agreedIn(events), terms);
  for (const event of events) {
    before(books, event);
    applyEvent(books, event);
  }
  refuseUnbatched(books);
  for (const book of books.currencies.values()) compareSettlement(book);
  return books;
}

/** The hash of the terms that the program announced at its creation. */
function agreedIn(events: readonly TimedEvent[]) {
  for (const { event } of events) {
    if (event.eventName === "TermsAgreed") return event.args.termsHash;
  }
  throw new BrokenHistoryError("the program never announced its terms");
}
