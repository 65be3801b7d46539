import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";

/** Brings a proposed amendment into force once its time has come and nobody's consent is missing. */
export function passTime(books: Books, time: Time): void {
  const { proposed } = books;
  if (proposed === undefined || proposed.from > time) return;
  books.proposed = undefined;
  if (proposed.missing.size > 0) return;
  books.terms = proposed.terms;
}
