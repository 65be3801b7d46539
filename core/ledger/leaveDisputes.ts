import { periodAt } from "../deal/periods.ts";
import type { Entry } from "./Books.ts";
import { OPEN, type SaleBook } from "./SaleBook.ts";

/** By which the number of a partner's disputes in a period is kept. */
export function disputesKey(partner: number, period: number): string {
  return `${partner}:${period}`;
}

/** Where nothing of a sale in dispute is left, who disputes it has one more of the period's disputes, if it made one in that. */
export function leaveDisputes({ books, terms, time }: Entry, { dispute }: SaleBook): void {
  if (dispute?.state !== OPEN) return;
  for (const partner of dispute.partners) {
    const key = disputesKey(partner, periodAt(terms, time));
    const count = books.disputes.get(key) ?? 0;
    if (count > 0) books.disputes.set(key, count - 1);
  }
}
