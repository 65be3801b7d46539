import { periodAt } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import type { Books, PostedSale } from "./openBooks.ts";

/**
 * What follows where nothing of a sale is left: who disputes it has one more dispute in the period, if it made one in that; and the id
 * of a sale that was paid to the program can be posted again.
 */
export function leaveSale(books: Books, { id, payer, dispute }: PostedSale, time: Time): void {
  if (payer !== undefined) books.postedOnce.delete(id);
  if (dispute?.state !== "open") return;
  const period = periodAt(books.terms, time);
  for (const partner of dispute.disputants) {
    const disputes = books.partners.get(partner)?.disputes;
    const count = disputes?.get(period) ?? 0;
    if (count > 0) disputes?.set(period, count - 1);
  }
}
