import type { MilestonePot } from "../deal/MilestonePot.ts";
import type { Books } from "./openBooks.ts";

/** What backs milestones in a currency. */
export function potIn({ milestonePots }: Books, currency: number): MilestonePot {
  return milestonePots.get(currency) ?? { funded: 0n, owed: 0n };
}
