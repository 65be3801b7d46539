import { ONE, type Ppm } from "../money/ppm.ts";
import type { Role } from "./Terms.ts";

/** A rate as it counts: `⌊min(ceiling, rate) × commission⌋`. */
export function scaledRate({ ceiling }: Role, commission: Ppm, rate: Ppm): Ppm {
  return Math.floor((Math.min(ceiling, rate) * commission) / ONE);
}
