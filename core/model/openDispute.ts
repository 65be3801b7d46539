import { ModelError } from "./modelError.ts";
import type { Books, Dispute, PostedSale } from "./openBooks.ts";
import type { Time } from "./terms.ts";

export interface DisputedSale extends PostedSale {
  dispute: Dispute;
}

/** A sale in dispute which the arbiter can still settle. */
export function openDispute(books: Books, id: string, time: Time): DisputedSale {
  const sale = books.sales.get(id);
  if (sale?.dispute?.state !== "open") throw new ModelError("notDisputed", id, "a disputed sale");
  if (time >= sale.dispute.deadline) {
    throw new ModelError("tooLate", `${time}`, `before ${sale.dispute.deadline}`);
  }
  return sale as DisputedSale;
}
