import type { Time } from "../deal/Terms.ts";
import type { Books, Dispute } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";
import { standSale } from "./standSale.ts";

/** Lets a disputed sale stand that was not settled by its deadline. */
export function closeDispute(books: Books, id: string, time: Time): void {
  const sale = books.sales.get(id);
  const dispute: Dispute | undefined = sale?.dispute;
  if (sale === undefined || dispute?.state !== "open") {
    throw new SpecError("notDisputed", id, "a disputed sale");
  }
  if (time < dispute.deadline) {
    throw new SpecError("tooEarly", `${time}`, `from ${dispute.deadline} on`);
  }
  standSale(books, Object.assign(sale, { dispute }), "stands", time);
}
