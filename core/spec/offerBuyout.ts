import { handoverOf } from "../deal/handoverOf.ts";
import type { Time } from "../deal/Terms.ts";
import { exitTimeOf } from "./exitTimeOf.ts";
import { lineRecordOf } from "./lineRecordOf.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

export interface Buyout {
  readonly line: number;
  readonly currency: number;
  readonly price: bigint;
}

/** Offers a price for a standing line, in place of an earlier one. Returns when it can be accepted: after the days of a hand-over. */
export function offerBuyout(books: Books, { line, currency, price }: Buyout, time: Time): Time {
  exitTimeOf(books, line, time);
  if (price === 0n) throw new SpecError("zeroAmount", "0", "a price");
  const from = time + handoverOf(books.terms);
  lineRecordOf(books, line).offer = { currency, price, from };
  return from;
}
