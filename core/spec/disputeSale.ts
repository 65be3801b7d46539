import { leftOf } from "../deal/leftOf.ts";
import { isFinal, periodAt, periodStart } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import { countSale } from "./countSale.ts";
import { creditsIn } from "./creditsIn.ts";
import type { Books, PostedSale } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** Freezes what refunds have left of a held sale's lines. Returns it, in the order of the lines. */
export function disputeSale(
  books: Books,
  { id, partner }: { readonly id: string; readonly partner: string },
  time: Time,
): readonly bigint[] {
  const record = books.partners.get(partner);
  if (record === undefined) throw new SpecError("notAllowed", partner, "an enrolled partner");
  if (record.status === "left") throw new SpecError("partnerNotActive", partner, "who is here");
  const sale = disputable(books, id, time);
  const period = periodAt(books.terms, time);
  const { disputes: most, disputePeriods } = books.terms.rules;
  if (most === 0) throw new SpecError("notInTerms", "a dispute", "no disputes");
  const count = (record.disputes.get(period) ?? 0) + 1;
  if (count > most) throw new SpecError("tooManyDisputes", `${count}`, `${most} in a period`);
  record.disputes.set(period, count);
  const deadline = periodStart(books.terms, period + 1 + disputePeriods);
  sale.dispute = { state: "open", deadline };
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
  if (sale?.dispute !== undefined) throw new SpecError("alreadyDisputed", id, "each once");
  if (sale === undefined) throw new SpecError("unknownSale", id, "a posted sale");
  if (isFinal(books.terms, sale.period, time)) {
    throw new SpecError("saleLocked", `a sale of period ${sale.period}`, "a held sale");
  }
  if (sale.refunded === sale.amount) throw new SpecError("nothingLeft", id, "a sale not refunded");
  return sale;
}
