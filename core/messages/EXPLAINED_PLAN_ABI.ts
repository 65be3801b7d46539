import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";
import { equityPlanFactoryAbi } from "../../generated/abis/EquityPlanFactory.ts";
import { FURTHER_ERRORS } from "./FURTHER_ERRORS.ts";

/** The ABI to call an equity plan with, or its factory, so that whatever it refuses can be told in words. */
export const EXPLAINED_PLAN_ABI = [
  ...equityPlanAbi,
  ...FURTHER_ERRORS,
  ...equityPlanFactoryAbi,
] as const;
