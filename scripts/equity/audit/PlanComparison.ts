import type { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import type { Comparison } from "../../reporting/audit/Comparison.ts";

/** What a plan's answers are compared with. */
export type PlanComparison = Comparison<typeof equityPlanAbi>;
