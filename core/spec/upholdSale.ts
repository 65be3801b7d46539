import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { openDispute } from "./openDispute.ts";
import { standSale } from "./standSale.ts";

/** Lets a disputed sale stand as posted. */
export function upholdSale(books: Books, key: string, time: Time): void {
  standSale(books, openDispute(books, key, time), "stands", time);
}
