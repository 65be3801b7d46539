import { type ExitPrices, exitPrices } from "../../../scripts/equity/report/exitPrices.ts";
import type { PlanReport } from "../../../scripts/equity/report/PlanReport.ts";
import { reportSimulation } from "../../../scripts/equity/report/reportSimulation.ts";
import { type DealPlan, endOf } from "./readPlans.ts";

/** A plan at its exit, or in the end where it has none, and what prices would bring then. */
export function exitOf(one: DealPlan): { report: PlanReport; exit: ExitPrices } {
  const { plan, grants, happenings } = one;
  const at = happenings.find(({ what }) => what === "exit")?.time ?? endOf(one);
  const report = { ...reportSimulation(plan, grants, happenings, at), prices: [] };
  return { report, exit: exitPrices(report, 0) };
}
