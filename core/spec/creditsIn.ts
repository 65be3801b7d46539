import { accountIn } from "./accountIn.ts";
import type { Books, Credits } from "./openBooks.ts";

/** A party's credits of one period, opened where it has none. */
export function creditsIn(books: Books, party: string, currency: number, period: number): Credits {
  const { periods } = accountIn(books, party, currency);
  const found = periods.get(period);
  if (found !== undefined) return found;
  const opened: Credits = { earned: 0n, reversed: 0n, sales: 0 };
  periods.set(period, opened);
  return opened;
}
