import { YEAR } from "./constants.ts";
import type { StandingLine, Terms, Time } from "./terms.ts";

/** How many years of a yearly clause begin on their very second; later ones with the first segment after. */
const YEARS_CUT = 25;

/** When a program's periods and its standing rates change. */
export interface Schedule {
  readonly start: Time;
  readonly period: number;
  readonly holdPeriods: number;
  /** Rising times after the start at which a standing line starts, ends or begins another year. */
  readonly cuts: readonly Time[];
}

export function scheduleOf({ start, period, holdPeriods, standing }: Terms): Schedule {
  const times = new Set(standing.flatMap(changesOf).filter((time) => time > start));
  return { start, period, holdPeriods, cuts: [...times].sort((a, b) => a - b) };
}

function changesOf({ starts, ends, rates, clauses }: StandingLine): Time[] {
  const yearly = clauses.cap?.per === "year" || clauses.threshold?.per === "year";
  const length = yearly ? Math.max(YEARS_CUT, rates.length) : rates.length;
  const years = Array.from({ length }, (_, index) => starts + index * YEAR);
  return ends === undefined ? years : [...years.filter((time) => time < ends), ends];
}
