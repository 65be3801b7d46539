import { periodAt } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import { findSale } from "./findSale.ts";
import { freezeSale } from "./freezeSale.ts";
import type { Books, PartnerRecord } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/**
 * Has a partner dispute a held sale, which freezes its lines. Returns what refunds have left of each.
 * @param sale Its `saleKey`.
 */
export function disputeSale(
  books: Books,
  { sale: key, partner }: { readonly sale: string; readonly partner: string },
  time: Time,
): readonly bigint[] {
  const record = books.partners.get(partner);
  if (record === undefined) throw new SpecError("notAllowed", partner, "an enrolled partner");
  if (record.status === "left") throw new SpecError("partnerNotActive", partner, "who is here");
  const sale = findSale(books, key);
  const count = nextDispute(books, record, time);
  const left = freezeSale(books, sale, { disputant: partner, time });
  record.disputes.set(periodAt(books.terms, time), count);
  return left;
}

function nextDispute(books: Books, { disputes }: PartnerRecord, time: Time): number {
  const { disputes: most } = books.terms.rules;
  if (most === 0) throw new SpecError("notInTerms", "a dispute", "no disputes");
  const count = (disputes.get(periodAt(books.terms, time)) ?? 0) + 1;
  if (count > most) throw new SpecError("tooManyDisputes", `${count}`, `${most} in a period`);
  return count;
}
