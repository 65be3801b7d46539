import { countedPartners } from "./countedPartners.ts";
import type { BookedSale, Books } from "./openBooks.ts";

/**
 * Counts a disputed sale that stands when its period is final already: else the dispute would cost its
 * partners what it counts for.
 * @param left Of each line.
 */
export function countLate(books: Books, sale: BookedSale, left: readonly bigint[]): void {
  if (!sale.counts) return;
  for (const [index, { partner }] of sale.lines.entries()) {
    const late = books.partners.get(partner)?.late;
    const { sales, earned } = late?.get(sale.currency) ?? { sales: 0, earned: 0n };
    late?.set(sale.currency, { sales, earned: earned + (left[index] ?? 0n) });
  }
  for (const partner of countedPartners(books.terms, sale)) {
    const late = books.partners.get(partner)?.late.get(sale.currency);
    if (late !== undefined) late.sales += 1;
  }
}
