import { WHOLE } from "./constants.ts";
import type { Bucket } from "./openBooks.ts";
import { standingRateAt } from "./standingRateAt.ts";
import type { StandingLine } from "./terms.ts";

/** What a standing line earns of one segment's revenue of one kind. */
export function earningsOf(line: StandingLine, { kind, start, revenue }: Bucket): bigint {
  return (revenue * BigInt(standingRateAt(line, kind, start))) / WHOLE;
}
