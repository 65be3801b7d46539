import type { Hex } from "viem";
import type { ShownSale } from "../../../core/batches/showSales.ts";
import { REATTRIBUTED } from "../../../core/ledger/SaleBook.ts";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import { logsOf } from "../history/logsOf.ts";
import type { Program } from "../openProgram.ts";
import { readEach } from "../readEach.ts";
import { eventTopic } from "./eventTopic.ts";
import { type BlockPlace, showPlaces } from "./showPlaces.ts";

/** A posted sale by its id and place. */
export interface NamedPlace extends BlockPlace {
  readonly id: Hex;
}

/** Posted sales as refunds and disputes take them now, in the same order: after a re-attribution by the new words alone. */
export async function showStanding(
  program: Program,
  places: readonly NamedPlace[],
): Promise<ShownSale[]> {
  const asked = places.map(({ batch, place }) => [BigInt(batch), BigInt(place)] as const);
  const states = await readEach(program, "stateOf", asked);
  const shown = await showPlaces(program, places);
  return Promise.all(
    shown.map(async (sale, index) => {
      const place = places[index];
      if (place === undefined || states[index]?.dispute !== REATTRIBUTED) return sale;
      const topics = [eventTopic("SaleReattributed"), place.id];
      const head = await program.chain.client.getBlockNumber();
      const logs = await logsOf(program, place.block, head, topics);
      const events = decodeEventsNamed(logs, ["SaleReattributed"]);
      const last = events.findLast(({ args }) => args.head === sale.head);
      return last === undefined
        ? sale
        : { id: place.id, head: last.args.head, words: last.args.words, proof: [] };
    }),
  );
}
