import { standingRateAt } from "./standingRateAt.ts";
import type { Ppm, Terms, Time } from "./terms.ts";

/** The standing lines' rates on a sale of this kind at this time, together. */
export function standingRateOf({ standing }: Terms, kind: number, time: Time): Ppm {
  let sum = 0;
  for (const line of standing) sum += standingRateAt(line, kind, time);
  return sum;
}
