import { encodeSale } from "../../core/batches/encodeSale.ts";
import type { NamedSale } from "../../core/batches/leafOf.ts";
import { ordinalAt } from "../../core/deal/ordinalAt.ts";
import { standingRateOf } from "../../core/deal/standingRateOf.ts";
import { countedPartners } from "../../core/spec/countedPartners.ts";
import type { Books, PostedSale } from "../../core/spec/openBooks.ts";
import type { SalePlace } from "../../core/spec/saleKey.ts";
import { numberOfLine } from "./numberOf.ts";

/** A sale's words as a program tells them, by the spec's books. */
export function wordsOf(
  books: Books,
  sale: PostedSale,
  { batch, place, occurred }: SalePlace & { readonly occurred: number },
): NamedSale {
  const { kind, currency, amount, start, lines, payer, id } = sale;
  const waiting = new Set(countedPartners(books.terms, sale));
  const words = encodeSale({
    ...{ batch, place, kind, currency, amount, time: occurred },
    ordinal: ordinalAt(books.terms, start),
    standingRate: standingRateOf(books.terms, kind, start),
    payer: payer as `0x${string}` | undefined,
    lines: lines.map((line) => {
      const { partner, role, rate, weight, amount: part } = line;
      const alone = countedPartners(books.terms, { counts: sale.counts, lines: [line] });
      const counts = alone.has(partner) && waiting.delete(partner);
      return { partner: numberOfLine(books, line), role, rate, weight, amount: part, counts };
    }),
  });
  return { id, ...words };
}
