import type { Plan } from "./usePlan";
import type { PlanNow } from "./usePlanNow";

/** What each card of a plan's page shows: a plan as it is now. */
export interface PlanCardProps {
  readonly plan: Plan;
  readonly now: PlanNow;
}
