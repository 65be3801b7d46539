import { ONE } from "../../../core/money/ppm.ts";
import { formatPercentage } from "../../../core/text/formatPercentage.ts";

/** A line's rate; the role that gets the residual has what remains. */
export function formatRate(ppm: number): string {
  return ppm > ONE ? "what remains" : formatPercentage(ppm);
}
