import type { Time } from "../deal/Terms.ts";
import { giveHolder } from "./giveHolder.ts";
import type { Books } from "./openBooks.ts";
import { standingEarnings } from "./standingEarnings.ts";

/** Makes what a standing line that is not conditional has earned and locked its holder's. Returns the step. */
export function settleLine(books: Books, line: number, currency: number, time: Time): bigint {
  const { locked, settled } = standingEarnings(books, line, currency, time);
  giveHolder(books, line, currency, locked - settled);
  return locked - settled;
}
