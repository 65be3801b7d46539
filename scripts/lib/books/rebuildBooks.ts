import { zeroAddress } from "viem";
import type { Terms } from "../terms/ParsedTerms.ts";
import { applyEvent } from "./applyEvent.ts";
import { type Books, createBooks } from "./Books.ts";
import type { History, TimedEvent } from "./History.ts";

/**
 * Rebuilds a program's books from its events and terms alone.
 *
 * @param before Sees each event before it is entered, with the books as they were.
 */
export function rebuildBooks(
  terms: Terms,
  { events }: History,
  before: (books: Books, event: TimedEvent) => void = () => {},
): Books {
  const books = createBooks(terms.currencies.filter((address) => address !== zeroAddress));
  for (const event of events) {
    before(books, event);
    applyEvent(terms, books, event);
  }
  return books;
}
