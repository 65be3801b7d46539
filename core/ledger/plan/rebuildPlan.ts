import type { Currency } from "../../currency/Currency.ts";
import type { PlanSettings } from "../../equity/PlanSettings.ts";
import type { PlanEvent } from "../../logs/decodePlanEvents.ts";
import type { Timed } from "../History.ts";
import { applyPlanEvent, passPlanTime } from "./applyPlanEvent.ts";
import { endFreed } from "./checkFreed.ts";
import type { PlanHistory } from "./PlanHistory.ts";
import { createPlanLedger, type PlanLedger } from "./PlanLedger.ts";

/**
 * Works out from its events alone what a plan and all of its grants have.
 * @param look Called after each event.
 */
export function rebuildPlan(
  settings: PlanSettings,
  currencies: readonly Currency[],
  { events, time }: Pick<PlanHistory, "events" | "time">,
  look: (ledger: PlanLedger, entry: Timed<PlanEvent>) => void = () => undefined,
): PlanLedger {
  const ledger = createPlanLedger(settings, currencies);
  let transaction: string | undefined;
  for (const entry of events) {
    const { transactionHash } = entry.event;
    if (transaction !== transactionHash) endFreed(ledger);
    transaction = transactionHash;
    applyPlanEvent(ledger, entry);
    look(ledger, entry);
  }
  endFreed(ledger);
  passPlanTime(ledger, time);
  return ledger;
}
