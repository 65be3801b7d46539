import type { Ppm } from "../money/ppm.ts";
import { isOn, standingRateAt } from "./standingRateAt.ts";
import type { Terms, Time } from "./Terms.ts";

/** The standing lines' rates on a sale of a kind at a time, together. */
export function standingRateOf(
  terms: Pick<Terms, "standing" | "outcomes">,
  kind: number,
  time: Time,
): Ppm {
  let sum = 0;
  for (const line of terms.standing) if (isOn(terms, line, kind)) sum += standingRateAt(line, time);
  return sum;
}
