import type { Reached } from "../deal/missesOf.ts";
import { lockedPeriods } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";

/** Of the periods whose sums are final, and what stood later. */
export function progressOf(books: Books, partner: string, currency: number, time: Time): Reached {
  const locked = lockedPeriods(books.terms, time);
  const late = books.partners.get(partner)?.late.get(currency);
  const progress = { sales: late?.sales ?? 0, earned: late?.earned ?? 0n };
  for (const [period, credits] of accountIn(books, partner, currency).periods) {
    if (period >= locked) continue;
    progress.sales += credits.sales;
    progress.earned += credits.earned - credits.reversed;
  }
  return progress;
}
