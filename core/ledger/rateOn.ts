import type { StandingLine, Terms } from "../terms/ParsedTerms.ts";
import { standingRateAt } from "../terms/standingRateAt.ts";
import type { Books } from "./Books.ts";
import { isInForce } from "./LineChanges.ts";

/** The rate of a standing line at a time; 0 where it is not running. */
export function rateOn(books: Books, terms: Terms, index: number, time: number): number {
  const line = terms.standing[index];
  if (line === undefined) throw new RangeError(`no standing line ${index}`);
  return isInForce(books.lines.get(index), time) ? standingRateAt(line, time) : 0;
}

/** Whether a line has begun and not ended, and is not suspended. */
export function isRunning(books: Books, terms: Terms, index: number, time: number): boolean {
  const line = terms.standing[index];
  if (line === undefined) throw new RangeError(`no standing line ${index}`);
  const { starts, ends } = line;
  return starts <= time && (ends === 0 || time < ends) && isInForce(books.lines.get(index), time);
}

/** Whether a line earns on a kind. */
export function isOn({ kinds }: StandingLine, kind: number): boolean {
  return ((kinds >> kind) & 1) === 1;
}
