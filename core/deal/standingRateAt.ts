import type { Ppm } from "../money/ppm.ts";
import { ALL_KINDS, type StandingLine, type Terms, type Time } from "./Terms.ts";
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

/** Whether a line earns on a kind of the terms: one on all kinds does on each that is no outcome, whenever it was added. */
export function isOn(
  { outcomes }: Pick<Terms, "outcomes">,
  { kinds }: Pick<StandingLine, "kinds">,
  kind: number,
): boolean {
  if (kinds === ALL_KINDS) return !outcomes.some((outcome) => outcome.kind === kind);
  return ((kinds >> kind) & 1) === 1;
}
