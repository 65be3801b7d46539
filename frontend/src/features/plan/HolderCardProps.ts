import type { Address } from "viem";
import type { LiveGrant } from "./useGrants";
import type { Plan } from "./usePlan";
import type { PlanNow } from "./usePlanNow";
import type { PlanPast } from "./usePlanPast";

/** What each card of a holder's page shows: a holder's grants in a plan at one time. */
export interface HolderCardProps {
  readonly plan: Plan;
  readonly now: PlanNow;
  readonly holder: Address;
  readonly grants: readonly LiveGrant[];
}

/** One of them. */
export interface GrantCardProps extends Omit<HolderCardProps, "grants" | "holder"> {
  readonly grant: LiveGrant;
}

/** For what the events have to be read. */
export interface WithPast {
  readonly past: PlanPast;
}

/** The same where something is shown without them, too. */
export interface MaybePast {
  readonly past: PlanPast | undefined;
}
