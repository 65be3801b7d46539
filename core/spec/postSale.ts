import type { Time } from "../deal/Terms.ts";
import { type BookedSale, bookSale, type SaleToBook } from "./bookSale.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

export interface SaleToPost extends SaleToBook {
  readonly id: string;
}

/** Books a sale, once. */
export function postSale(books: Books, sale: SaleToPost, time: Time): BookedSale {
  if (books.sales.has(sale.id)) throw new SpecError("saleAlreadyPosted", sale.id, "a new id");
  const booked = bookSale(books, sale, time);
  books.sales.set(sale.id, booked.posted);
  return booked;
}
