import { runningRateOf } from "../deal/isRunning.ts";
import { shareOf } from "../deal/shareOf.ts";
import { isOn } from "../deal/standingRateAt.ts";
import type { Books, Bucket } from "./openBooks.ts";

/** What a standing line's rate brings of one segment's revenue of one kind. */
export function earningsOf(books: Books, line: number, { kind, start, revenue }: Bucket): bigint {
  const terms = books.terms.standing[line];
  if (terms === undefined || !isOn(books.terms, terms, kind)) return 0n;
  return shareOf(revenue, runningRateOf(books, line, start));
}
