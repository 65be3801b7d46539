import { type Hex, hexToBigInt } from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { SALE_POSTED } from "../../../core/batches/leafOf.ts";
import { creationBlockOf } from "../history/creationBlockOf.ts";
import { logsOf } from "../history/logsOf.ts";
import type { Program } from "../openProgram.ts";
import { readEach } from "../readEach.ts";
import type { BlockPlace } from "./showPlaces.ts";

/** A sale where it was posted, and what became of it since. */
export interface PlaceNow extends BlockPlace {
  readonly id: Hex;
  /** As its event has it. */
  readonly head: bigint;
  /** `SaleState.dispute`. */
  readonly dispute: number;
  /** What is left of it, in the currency's smallest unit. */
  readonly left: bigint;
}

/** All sales of an id: usually one, in the order in which they were posted. */
export async function findPlaces(program: Program, id: Hex): Promise<PlaceNow[]> {
  const latest = await program.chain.client.getBlockNumber();
  const first = await creationBlockOf(program, latest);
  const logs = await logsOf(program, first, latest, [SALE_POSTED, id]);
  const places = logs.map(({ data, blockNumber }) => {
    const head = hexToBigInt(data.slice(0, 2 + 64) as Hex);
    const of = splitFields(head, HEAD);
    const [batch, place] = [Number(of(HEAD.batch)), Number(of(HEAD.place))];
    return { id, head, batch, place, block: blockNumber ?? 0n };
  });
  const asked = places.map(({ batch, place }) => [BigInt(batch), BigInt(place)] as const);
  const states = await readEach(program, "stateOf", asked);
  return places.map((place, index) => {
    const { refunded = 0n, dispute = 0 } = states[index] ?? {};
    return { ...place, dispute, left: splitFields(place.head, HEAD)(HEAD.amount) - refunded };
  });
}
