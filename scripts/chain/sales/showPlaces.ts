import { decodeEventLog, type Hex, type Log } from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { SALE_POSTED } from "../../../core/batches/leafOf.ts";
import { readPosted } from "../../../core/batches/readPosted.ts";
import { type ShownSale, showSales } from "../../../core/batches/showSales.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import { logsOf } from "../history/logsOf.ts";
import type { Program } from "../openProgram.ts";
import { eventTopic } from "./eventTopic.ts";

/** Where a sale was posted. */
export interface BlockPlace {
  readonly batch: number;
  readonly place: number;
  /** Of its batch. */
  readonly block: bigint;
}

const BATCH_POSTED = eventTopic("BatchPosted");

/** Posted sales as refunds and disputes take them, in the same order: their words and paths, made of the logs of their batches. */
export async function showPlaces(
  program: Program,
  places: readonly BlockPlace[],
): Promise<ShownSale[]> {
  const shown = new Map<string, ShownSale>();
  for (const [block, own] of Map.groupBy(places, (one) => one.block)) {
    const logs = await logsOf(program, block, block, [[SALE_POSTED, BATCH_POSTED]]);
    const roots = rootsIn(logs);
    const sales = Map.groupBy(
      logs.filter(({ topics }) => topics[0] === SALE_POSTED),
      (log) => Number(splitFields(readPosted(log).head, HEAD)(HEAD.batch)),
    );
    for (const [batch, ofBatch] of Map.groupBy(own, (one) => one.batch)) {
      const show = showSales(sales.get(batch) ?? [], roots.get(batch) ?? "0x");
      for (const { place } of ofBatch) shown.set(`${batch} ${place}`, show(place));
    }
  }
  return places.flatMap(({ batch, place }) => shown.get(`${batch} ${place}`) ?? []);
}

function rootsIn(logs: readonly Log[]): Map<number, Hex> {
  const roots = new Map<number, Hex>();
  for (const log of logs) {
    if (log.topics[0] !== BATCH_POSTED) continue;
    const { args } = decodeEventLog({ abi: programAbi, eventName: "BatchPosted", ...log });
    roots.set(Number(args.batch), args.root);
  }
  return roots;
}
