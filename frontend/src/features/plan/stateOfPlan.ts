import type { PlanBooks } from "@core/equity/PlanBooks";
import type { PlanCardProps } from "./PlanCardProps";

/** What sharing goes by, as the plan's views tell it. */
export function stateOfPlan({
  plan,
  now,
}: PlanCardProps): Pick<PlanBooks, "terms" | "classes" | "levels"> {
  return {
    terms: plan.settings,
    classes: [...now.byClass],
    levels: now.money.map(({ level, waiting, treasury }) => ({ level, waiting, treasury })),
  };
}
