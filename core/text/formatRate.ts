import { ONE } from "../money/ppm.ts";
import { formatPercentage } from "./formatPercentage.ts";

/** A sale line's rate; the role that gets the residual has what remains. */
export function formatRate(ppm: number): string {
  return ppm > ONE ? "what remains" : formatPercentage(ppm);
}
