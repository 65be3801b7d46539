import { type Address, type Hex, type Log, numberToHex } from "viem";
import type { Timed } from "../../../core/ledger/History.ts";
import {
  decodePlanEvents,
  type PlanEvent,
  type PlanEventName,
  type PlanEventNamed,
} from "../../../core/logs/decodePlanEvents.ts";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import { encodeLog } from "./encodeLog.ts";

const PLAN: Address = "0x00000000000000000000000000000000000000AA";

/** An event of a plan, from its log as a node gives it, with the time of its block. */
export function planEvent<Name extends PlanEventName>(
  time: number,
  eventName: Name,
  args: PlanEventNamed<Name>["args"],
): Timed<PlanEvent> {
  const { topics, data } = encodeLog(eventName, args, equityPlanAbi);
  const hash = numberToHex(time, { size: 32 });
  const log: Log = {
    ...{ address: PLAN, data, removed: false, logIndex: 0, transactionIndex: 0 },
    ...{ blockHash: hash, blockNumber: BigInt(time), transactionHash: hash },
    topics: topics as [Hex, ...Hex[]],
  };
  const [event] = decodePlanEvents([log]);
  if (event === undefined) throw new Error(`no event ${eventName}`);
  return { event, time };
}
