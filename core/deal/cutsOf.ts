import { PER_YEAR, type StandingLine, type Terms, type Time } from "./Terms.ts";
import { YEAR } from "./years.ts";

type Cut = Pick<Terms, "start" | "standing">;

/** How many years of a yearly clause begin on their very second; later ones with the first segment after. */
const YEARS_CUT = 25;

/** Each terms' cuts, worked out once. */
const CUTS = new WeakMap<Cut, readonly Time[]>();

/** The rising times after the program's start at which some standing line starts, ends or begins another year. */
export function cutsOf(terms: Cut): readonly Time[] {
  const known = CUTS.get(terms);
  if (known !== undefined) return known;
  const times = new Set(terms.standing.flatMap(changesOf).filter((time) => time > terms.start));
  const cuts = [...times].sort((a, b) => a - b);
  CUTS.set(terms, cuts);
  return cuts;
}

function changesOf({ starts, ends, rates, clauses }: StandingLine): Time[] {
  const isYearly = clauses.capPer === PER_YEAR || clauses.thresholdPer === PER_YEAR;
  const length = isYearly ? Math.max(YEARS_CUT, rates.length) : rates.length;
  const years = Array.from({ length }, (_, year) => starts + year * YEAR);
  return ends === 0 ? years : [...years.filter((time) => time < ends), ends];
}
