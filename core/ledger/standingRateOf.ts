import type { Terms } from "../terms/ParsedTerms.ts";
import { standingRateAt } from "../terms/standingRateAt.ts";
import { isOn } from "./rateOn.ts";

/** The sum of the standing rates on a kind at a time, as the terms have them: what sales set aside for them. */
export function standingRateOf({ standing }: Terms, kind: number, time: number): number {
  return standing
    .filter((line) => isOn(line, kind))
    .reduce((sum, line) => sum + standingRateAt(line, time), 0);
}
