import { accountIn } from "./accountIn.ts";
import { ModelError } from "./modelError.ts";
import type { Books } from "./openBooks.ts";
import { standingEarnings } from "./standingEarnings.ts";
import type { Time } from "./terms.ts";

/** Makes what a standing line has earned and locked its holder's. Returns the step. */
export function settleLine(books: Books, line: number, currency: number, time: Time): bigint {
  const holder = books.terms.standing[line]?.holder;
  if (holder === undefined) throw new ModelError("unknownLine", `${line}`, "a standing line");
  const { locked, settled } = standingEarnings(books, line, currency, time);
  books.settledLines.set(`${currency}:${line}`, locked);
  accountIn(books, holder, currency).settled += locked - settled;
  return locked - settled;
}
