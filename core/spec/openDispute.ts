import type { Time } from "../deal/Terms.ts";
import { findSale } from "./findSale.ts";
import type { Books, Dispute, PostedSale } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

export interface DisputedSale extends PostedSale {
  dispute: Dispute;
}

/** A sale in dispute which the arbiter can still settle. */
export function openDispute(books: Books, key: string, time: Time): DisputedSale {
  const sale = findSale(books, key);
  const { id, dispute } = sale;
  if (dispute?.state !== "open") throw new SpecError("notDisputed", id, "a disputed sale");
  if (time >= (dispute.deadline ?? 0)) {
    throw new SpecError("tooLate", `${time}`, `before ${dispute.deadline}`);
  }
  return sale as DisputedSale;
}
