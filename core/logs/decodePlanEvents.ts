import { type Log, parseEventLogs } from "viem";
import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";

/** An event of an equity plan as it stands on chain, with its arguments. */
export type PlanEvent = ReturnType<
  typeof parseEventLogs<typeof equityPlanAbi, true, undefined>
>[number];
export type PlanEventName = PlanEvent["eventName"];
export type PlanEventNamed<Name extends PlanEventName> = Extract<PlanEvent, { eventName: Name }>;

/** The events of an equity plan among logs, in order. Other contracts' events are passed over. */
export function decodePlanEvents(logs: readonly Log[]): PlanEvent[] {
  return parseEventLogs({ abi: equityPlanAbi, logs: [...logs] });
}

/** Those of some names alone. */
export function decodePlanEventsNamed<const Name extends PlanEventName>(
  logs: readonly Log[],
  names: readonly Name[],
): PlanEventNamed<Name>[] {
  return decodePlanEvents(logs).filter((event): event is PlanEventNamed<Name> =>
    names.some((name) => name === event.eventName),
  );
}
