import type { Time } from "../deal/Terms.ts";
import type { Books, Dispute, PostedSale } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

export interface DisputedSale extends PostedSale {
  dispute: Dispute;
}

/** A sale in dispute which the arbiter can still settle. */
export function openDispute(books: Books, id: string, time: Time): DisputedSale {
  const sale = books.sales.get(id);
  if (sale?.dispute?.state !== "open") throw new SpecError("notDisputed", id, "a disputed sale");
  if (time >= sale.dispute.deadline) {
    throw new SpecError("tooLate", `${time}`, `before ${sale.dispute.deadline}`);
  }
  return sale as DisputedSale;
}
