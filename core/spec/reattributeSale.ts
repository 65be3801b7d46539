import { isSaleCounted } from "../deal/isSaleCounted.ts";
import type { Line } from "../deal/shareSale.ts";
import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { type DisputedSale, openDispute } from "./openDispute.ts";
import { SpecError } from "./SpecError.ts";
import { standSale } from "./standSale.ts";

/** Gives the lines of a disputed sale to others who had one or have disputed it, one each, at the amounts they have. */
export function reattributeSale(
  books: Books,
  { sale: key, partners }: { readonly sale: string; readonly partners: readonly string[] },
  time: Time,
): void {
  const sale = openDispute(books, key, time);
  if (partners.length !== sale.lines.length) {
    throw new SpecError("linesMismatch", `${partners.length}`, `${sale.lines.length}`);
  }
  const lines = sale.lines.map((line, index): Line => {
    const partner = partners[index] ?? "";
    if (!isParty(sale, partner))
      throw new SpecError("notInDispute", partner, "one with a line, or who disputes it");
    return { ...line, partner, isPool: false };
  });
  // One that pools alone had is somebody's only now.
  if (sale.lines.every(({ isPool }) => isPool)) sale.counts = isSaleCounted(books.terms, sale);
  sale.lines = lines;
  sale.reattributed = true;
  standSale(books, sale, "reattributed", time);
}

function isParty({ lines, dispute }: DisputedSale, partner: string): boolean {
  return (
    dispute.disputants.includes(partner) ||
    lines.some((line) => !line.isPool && line.partner === partner)
  );
}
