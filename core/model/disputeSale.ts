import { countSale } from "./countSale.ts";
import { creditsIn } from "./creditsIn.ts";
import { isFinal } from "./isFinal.ts";
import { leftOf } from "./leftOf.ts";
import { ModelError } from "./modelError.ts";
import type { Books, PostedSale } from "./openBooks.ts";
import { segmentAt } from "./segmentAt.ts";
import type { Time } from "./terms.ts";

/** Freezes what refunds have left of a held sale's lines. Returns it, in the order of the lines. */
export function disputeSale(
  books: Books,
  { id, partner }: { readonly id: string; readonly partner: string },
  time: Time,
): readonly bigint[] {
  const record = books.partners.get(partner);
  if (record === undefined) throw new ModelError("notAllowed", partner, "an enrolled partner");
  if (record.status === "left") throw new ModelError("partnerNotActive", partner, "who is here");
  const sale = disputable(books, id, time);
  const { period } = segmentAt(books.schedule, time);
  const { disputes: most, disputePeriods } = books.terms.rules;
  if (most === 0) throw new ModelError("notInTerms", "a dispute", "no disputes");
  const count = (record.disputes.get(period) ?? 0) + 1;
  if (count > most) throw new ModelError("tooManyDisputes", `${count}`, `${most} in a period`);
  record.disputes.set(period, count);
  const { start, period: length } = books.schedule;
  sale.dispute = { state: "open", deadline: start + (period + 1 + disputePeriods) * length };
  const left = leftOf(sale);
  for (const [index, line] of sale.lines.entries()) {
    const amount = left[index] ?? 0n;
    creditsIn(books, line.partner, sale.currency, sale.period).earned -= amount;
    books.frozen.set(sale.currency, (books.frozen.get(sale.currency) ?? 0n) + amount);
  }
  countSale(books, sale, -1);
  return left;
}

function disputable(books: Books, id: string, time: Time): PostedSale {
  const sale = books.sales.get(id);
  if (sale?.dispute !== undefined) throw new ModelError("alreadyDisputed", id, "each once");
  if (sale === undefined) throw new ModelError("unknownSale", id, "a posted sale");
  if (isFinal(books.schedule, sale.period, time)) {
    throw new ModelError("saleLocked", `a sale of period ${sale.period}`, "a held sale");
  }
  if (sale.refunded === sale.amount) throw new ModelError("nothingLeft", id, "a sale not refunded");
  return sale;
}
