import { PER_YEAR, type StandingLine, type Terms } from "./ParsedTerms.ts";
import { YEAR } from "./standingRateAt.ts";

/** How many years of a yearly clause begin on their very second. */
const YEARS_CUT = 25;

/** The times after the program's start at which some standing line starts, ends or begins another year. */
export function cutsOf({ start, standing }: Pick<Terms, "start" | "standing">): number[] {
  const cuts = standing.flatMap((line) => {
    const years = Array.from({ length: yearsToCut(line) }, (_, year) => line.starts + year * YEAR);
    const running = years.filter((time) => line.ends === 0 || time < line.ends);
    return [...running, line.ends];
  });
  return [...new Set(cuts)].filter((time) => time > start).sort((a, b) => a - b);
}

function yearsToCut({ rates, clauses }: StandingLine): number {
  const isYearly = clauses.capPer === PER_YEAR || clauses.thresholdPer === PER_YEAR;
  return isYearly ? Math.max(YEARS_CUT, rates.length) : rates.length;
}
