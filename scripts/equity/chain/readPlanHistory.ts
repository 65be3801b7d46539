import type { PlanHistory } from "../../../core/ledger/plan/PlanHistory.ts";
import { decodePlanEvents } from "../../../core/logs/decodePlanEvents.ts";
import { creationBlockOf } from "../../chain/history/creationBlockOf.ts";
import { logsOf } from "../../chain/history/logsOf.ts";
import { viewTime } from "../../chain/history/viewTime.ts";
import { withTimes } from "../../chain/history/withTimes.ts";
import type { EquityPlan } from "./openEquityPlan.ts";

/** Reads all events of an equity plan up to the latest block, with their times. */
export async function readPlanHistory(plan: EquityPlan): Promise<PlanHistory> {
  const latest = await plan.chain.client.getBlock();
  const from = await creationBlockOf(plan, latest.number);
  const events = decodePlanEvents(await logsOf(plan, from, latest.number));
  return {
    block: latest.number,
    time: await viewTime(plan.chain, latest),
    events: await withTimes(plan, events),
  };
}
