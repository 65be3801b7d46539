import { ModelError } from "./modelError.ts";
import type { Books } from "./openBooks.ts";
import { periodKey } from "./periodKey.ts";
import { segmentAt } from "./segmentAt.ts";
import type { Time } from "./terms.ts";
import { toUnits } from "./toUnits.ts";

/** Counts what is posted towards the limit of a period and currency. Refunds do not give it back. */
export function countPosted(books: Books, currency: number, amount: bigint, time: Time): void {
  const { rules, currencies } = books.terms;
  if (rules.postingLimit === 0n) return;
  const key = periodKey(currency, segmentAt(books.schedule, time).period);
  const posted = (books.posted.get(key) ?? 0n) + amount;
  const limit = toUnits(rules.postingLimit, currencies[currency]?.decimals ?? 0);
  if (posted > limit) throw new ModelError("postingLimit", `${posted}`, `at most ${limit}`);
  books.posted.set(key, posted);
}
