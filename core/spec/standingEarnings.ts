import { isFinal } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import { earningsOf } from "./earningsOf.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

export interface StandingEarnings {
  /** In periods that are not final. */
  readonly held: bigint;
  /** Final, whether settled or not. */
  readonly locked: bigint;
  readonly settled: bigint;
}

/**
 * What a standing line that is not conditional has earned in a currency up to `time`: its rate of each
 * segment's revenue.
 */
export function standingEarnings(
  books: Books,
  line: number,
  currency: number,
  time: Time,
): StandingEarnings {
  if (books.terms.standing[line] === undefined) {
    throw new SpecError("unknownLine", `${line}`, `below ${books.terms.standing.length}`);
  }
  const sums = { held: 0n, locked: 0n };
  for (const bucket of books.buckets.values()) {
    if (bucket.currency !== currency) continue;
    const locked = isFinal(books.terms, bucket.period, time);
    sums[locked ? "locked" : "held"] += earningsOf(books, line, bucket);
  }
  return { ...sums, settled: books.settledLines.get(`${currency}:${line}`) ?? 0n };
}
