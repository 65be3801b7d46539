import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import { endLine } from "./endLine.ts";
import { exitTimeOf } from "./exitTimeOf.ts";
import { lineRecordOf } from "./lineRecordOf.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** Sells a standing line for the price on offer, which is its holder's at once. Returns the price. */
export function acceptBuyout(books: Books, line: number, time: Time): bigint {
  exitTimeOf(books, line, time);
  const { offer } = lineRecordOf(books, line);
  if (offer === undefined) throw new SpecError("nothingWaits", "none", "an offer");
  if (time < offer.from) throw new SpecError("tooEarly", `${time}`, `${offer.from} or later`);
  endLine(books, line, time);
  accountIn(books, books.terms.standing[line]?.holder ?? "", offer.currency).settled += offer.price;
  return offer.price;
}
