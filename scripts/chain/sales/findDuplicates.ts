import type { Hex } from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { VOID } from "../../../core/ledger/SaleBook.ts";
import type { Program } from "../openProgram.ts";
import { readEach } from "../readEach.ts";
import type { BlockPlace } from "./showPlaces.ts";

/** A sale by its id, its place and its head. */
export interface HeadedPlace extends BlockPlace {
  readonly id: Hex;
  readonly head: bigint;
}

/** Two sales of one id, of both of which something is left. */
export interface Duplicate<Sale> {
  readonly standing: Sale;
  readonly duplicate: Sale;
  /** Whether the second was disputed before, so that nothing more can be done but what the arbiter decides. */
  readonly isDecided: boolean;
}

/**
 * Of sales whose ids were posted more than once, each that does not stand: before it comes the one that was paid here, else the one of the
 * earlier batch and place. What is void or went back in whole counts as none.
 */
export async function findDuplicates<Sale extends HeadedPlace>(
  program: Program,
  sales: readonly Sale[],
): Promise<Duplicate<Sale>[]> {
  const asked = sales.map(({ batch, place }) => [BigInt(batch), BigInt(place)] as const);
  const states = await readEach(program, "stateOf", asked);
  const live = sales.flatMap((sale, index) => {
    const { refunded = 0n, dispute = 0 } = states[index] ?? {};
    const isLeft = splitFields(sale.head, HEAD)(HEAD.amount) > refunded && dispute !== VOID;
    return isLeft ? [{ sale, isDecided: dispute !== 0 }] : [];
  });
  return [...Map.groupBy(live, ({ sale }) => sale.id).values()].flatMap((own) => {
    const [first, ...others] = own.toSorted((a, b) => byStanding(a.sale, b.sale));
    return first === undefined
      ? []
      : others.map(({ sale, isDecided }) => ({
          ...{ standing: first.sale, duplicate: sale, isDecided },
        }));
  });
}

/** Which of two sales of one id stands before the other. */
export function byStanding(
  a: Pick<HeadedPlace, "batch" | "place" | "head">,
  b: Pick<HeadedPlace, "batch" | "place" | "head">,
): number {
  return isPaidHere(b) - isPaidHere(a) || a.batch - b.batch || a.place - b.place;
}

function isPaidHere({ head }: Pick<HeadedPlace, "head">): number {
  return Number(splitFields(head, HEAD)(HEAD.paid));
}
