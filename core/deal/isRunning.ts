import type { Ppm } from "../money/ppm.ts";
import { isInTime, standingRateAt } from "./standingRateAt.ts";
import type { Terms, Time } from "./Terms.ts";

/** What was agreed of a standing line beside its terms. */
export interface LineState {
  /** When it stops to earn, where that was agreed after its terms. */
  readonly ends: Time | undefined;
  /** When it was suspended and resumed, in turns. */
  readonly turns: readonly Time[];
}

interface Lines {
  readonly terms: Pick<Terms, "standing">;
  readonly lines: ReadonlyMap<number, LineState>;
}

/** Whether a standing line earns at a time: it has started, has not ended and is not suspended. */
export function isRunning({ terms, lines }: Lines, index: number, time: Time): boolean {
  const line = terms.standing[index];
  if (line === undefined || !isInTime(line, time)) return false;
  const { ends, turns = [] } = lines.get(index) ?? {};
  if (ends !== undefined && time >= ends) return false;
  return turns.filter((turn) => turn <= time).length % 2 === 0;
}

/** A standing line's rate at a time as it runs; 0 where it does not. */
export function runningRateOf(lines: Lines, index: number, time: Time): Ppm {
  const line = lines.terms.standing[index];
  return line !== undefined && isRunning(lines, index, time) ? standingRateAt(line, time) : 0;
}
