import type { Books } from "./openBooks.ts";
import { potIn } from "./potIn.ts";

/** Adds to what backs milestones, and nothing else. Those that wait for it are paid when somebody asks. */
export function backMilestones(books: Books, currency: number, amount: bigint): void {
  const pot = potIn(books, currency);
  books.milestonePots.set(currency, { ...pot, funded: pot.funded + amount });
}
