import type { Ppm } from "../money/ppm.ts";
import type { StandingLine, Time } from "./Terms.ts";
import { entryOfYear } from "./years.ts";

/**
 * A standing line's rate at a time by its terms, 0 before it starts and from its end on. It is what sales set aside,
 * whatever was agreed of the line since.
 */
export function standingRateAt(line: StandingLine, time: Time): Ppm {
  return isInTime(line, time) ? entryOfYear(line.rates, line.starts, time) : 0;
}

/** Whether a line has started and not ended, by its terms. */
export function isInTime({ starts, ends }: StandingLine, time: Time): boolean {
  return time >= starts && (ends === 0 || time < ends);
}

/** Whether a line earns on a kind. */
export function isOn({ kinds }: StandingLine, kind: number): boolean {
  return ((kinds >> kind) & 1) === 1;
}
