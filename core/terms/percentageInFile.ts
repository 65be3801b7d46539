import { formatPercentage } from "../text/formatPercentage.ts";

/** A percentage as a terms file writes it: "12.5%". */
export function percentageInFile(ppm: number): string {
  return formatPercentage(ppm).replace(" ", "");
}
