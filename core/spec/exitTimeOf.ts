import type { Time } from "../deal/Terms.ts";
import { endOf } from "./endOf.ts";
import { nextPeriodOf } from "./nextPeriodOf.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** When what is done to a standing line takes effect, at the next period's start; it must not end before. */
export function exitTimeOf(books: Books, line: number, time: Time): Time {
  const next = nextPeriodOf(books, time);
  const ends = endOf(books, line);
  if (ends !== undefined && next >= ends) {
    throw new SpecError("lineNotInForce", `${line}`, "a line that runs on");
  }
  return next;
}
