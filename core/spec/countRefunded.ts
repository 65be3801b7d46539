import { amountOf } from "../deal/amountOf.ts";
import { periodAt } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { periodKey } from "./periodKey.ts";
import { SpecError } from "./SpecError.ts";

/** Counts what the attributor refunds towards the limit of a period and currency. */
export function countRefunded(books: Books, currency: number, amount: bigint, time: Time): void {
  const { refundLimit } = books.terms.rules;
  if (refundLimit.length === 0) return;
  const key = periodKey(currency, periodAt(books.terms, time));
  const refunded = (books.refunded.get(key) ?? 0n) + amount;
  const limit = amountOf(refundLimit, currency);
  if (refunded > limit) throw new SpecError("refundLimit", `${refunded}`, `at most ${limit}`);
  books.refunded.set(key, refunded);
}
