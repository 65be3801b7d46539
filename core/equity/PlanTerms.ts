import type { Time } from "../deal/Terms.ts";
import type { Ppm } from "../money/ppm.ts";

/** What a plan's arithmetic goes by; the contract keeps it in its code. */
export interface PlanTerms {
  /** The most units that can be granted at a time. */
  readonly authorised: bigint;
  /** Whether units that are not granted take part for the treasury; else holders share everything. */
  readonly restToTreasury: boolean;
  /** The class as which the units that are not granted take part. */
  readonly restClass: number;
  /** By class and currency: what a unit must have brought before the class takes part, in the smallest unit. Class 0 has none. */
  readonly hurdles: readonly (readonly bigint[])[];
  /** What of the vested units is lost by whoever resigns, and by whoever leaves for cause. */
  readonly resignLoss: Ppm;
  readonly causeLoss: Ppm;
  /** Seconds around an exit in which a dismissal has the second trigger. */
  readonly window: Time;
  /** Seconds that a grant's clock can stand still in all. */
  readonly pauseLimit: Time;
  /** Whether money is for the units vested when it comes, without catching up. */
  readonly flow: boolean;
}
