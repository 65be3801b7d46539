import type { Hex } from "viem";
import { readEventsNamed } from "../../chain/history/readEventsNamed.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { MadeRefund } from "./findChanged.ts";

/** The refunds that a program has made, by their ids, in their order. */
export async function readMadeRefunds(program: Program): Promise<ReadonlyMap<Hex, MadeRefund>> {
  const events = await readEventsNamed(program, ["SaleRefunded"]);
  return new Map(events.map(({ args }) => [args.refundId, args]));
}
