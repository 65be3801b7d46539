import { entryOfYear } from "./entryOfYear.ts";
import type { Ppm, StandingLine, Time } from "./terms.ts";

/**
 * What the terms give a standing line of a sale of this kind at this time; 0 outside its kinds and
 * times. It is what sales set aside, whatever was agreed of the line since.
 */
export function standingRateAt(line: StandingLine, kind: number, time: Time): Ppm {
  const runs = time >= line.starts && (line.ends === undefined || time < line.ends);
  return runs && line.kinds.has(kind) ? entryOfYear(line.rates, line.starts, time) : 0;
}
