import type { Time } from "../deal/Terms.ts";
import { findSale } from "./findSale.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";
import { standSale } from "./standSale.ts";

/** Lets a disputed sale stand that was not settled by its deadline. */
export function closeDispute(books: Books, key: string, time: Time): void {
  const sale = findSale(books, key);
  const { dispute, id } = sale;
  if (dispute?.state !== "open") throw new SpecError("notDisputed", id, "a disputed sale");
  if (time < (dispute.deadline ?? 0)) {
    throw new SpecError("tooEarly", `${time}`, `from ${dispute.deadline} on`);
  }
  standSale(books, Object.assign(sale, { dispute }), "stands", time);
}
