import { amountOf } from "../deal/amountOf.ts";
import { periodAt } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { periodKey } from "./periodKey.ts";
import { SpecError } from "./SpecError.ts";

/** Counts what is posted towards the limit of a period and currency. Refunds do not give it back. */
export function countPosted(books: Books, currency: number, amount: bigint, time: Time): void {
  const { rules } = books.terms;
  if (rules.postingLimit.length === 0) return;
  const key = periodKey(currency, periodAt(books.terms, time));
  const posted = (books.posted.get(key) ?? 0n) + amount;
  const limit = amountOf(rules.postingLimit, currency);
  if (posted > limit) throw new SpecError("postingLimit", `${posted}`, `at most ${limit}`);
  books.posted.set(key, posted);
}
