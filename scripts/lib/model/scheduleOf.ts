import { YEAR } from "./constants.ts";
import type { StandingLine, Terms, Time } from "./terms.ts";

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

function changesOf({ starts, ends, rates }: StandingLine): Time[] {
  const years = rates.map((_, index) => starts + index * YEAR);
  return ends === undefined ? years : [...years.filter((time) => time < ends), ends];
}
