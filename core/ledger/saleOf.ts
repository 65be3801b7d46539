import { BatchFormError } from "../batches/BatchFormError.ts";
import { decodeSale } from "../batches/decodeSale.ts";
import { leafOf, type NamedSale } from "../batches/leafOf.ts";
import type { PostedLine, PostedSale } from "../batches/PostedSale.ts";
import { periodAt } from "../deal/periods.ts";
import type { Terms } from "../deal/Terms.ts";
import { nameOfId } from "../ids/nameOfId.ts";
import { type Books, currencyAt } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import type { SaleBook, SaleLine } from "./SaleBook.ts";
import { salePlace } from "./salePlace.ts";

/**
 * A sale as its words tell it, posted at a time.
 *
 * @throws {BrokenHistoryError} Where no program posts such words, or a line goes to nobody.
 */
export function saleOf(books: Books, terms: Terms, shown: NamedSale, time: number): SaleBook {
  const { id, head, words } = shown;
  const posted = decode(shown);
  const { batch, place, kind, amount, setAside, payer, ordinal, standingRate } = posted;
  return {
    ...{ id, head, words, kind, amount, setAside, payer, ordinal, standingRate, time },
    at: salePlace(batch, place),
    leaf: leafOf(shown),
    currency: currencyAt(books, posted.currency).currency.address,
    occurredAt: posted.time,
    period: periodAt(terms, time),
    lines: linesOf(books, posted),
    refunded: 0n,
    tag: 0n,
    dispute: undefined,
  };
}

/** The lines of a sale's words. */
export function linesIn(books: Books, shown: NamedSale): readonly SaleLine[] {
  return linesOf(books, decode(shown));
}

function linesOf({ partners }: Books, { lines }: PostedSale): SaleLine[] {
  return lines.map((line) => toLine(partners, line));
}

function toLine(partners: Books["partners"], { partner: number, ...rest }: PostedLine): SaleLine {
  const partner = partners.get(number);
  if (partner === undefined)
    throw new BrokenHistoryError(`a line goes to ${number}, which was never enrolled`);
  return { ...rest, number, partner: partner.wallet };
}

function decode(shown: NamedSale): PostedSale {
  try {
    return decodeSale(shown);
  } catch (error) {
    if (!(error instanceof BatchFormError)) throw error;
    throw new BrokenHistoryError(`the sale ${nameOfId(shown.id)} is told as no program tells one`);
  }
}
