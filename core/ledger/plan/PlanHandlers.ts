import type { PlanEventName, PlanEventNamed } from "../../logs/decodePlanEvents.ts";
import type { PlanEntry } from "./PlanLedger.ts";

/** What each of some events does to a plan's ledger. */
export type PlanHandlers<Names extends PlanEventName> = {
  readonly [Name in Names]: (entry: PlanEntry, args: PlanEventNamed<Name>["args"]) => void;
};
