import type { Hex } from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { lockTime, periodAt } from "../../../core/deal/periods.ts";
import { byRank, type Ranked } from "../../../core/ledger/byRank.ts";
import {
  type Duplicate,
  findDuplicates as findAmong,
  type LockingPosting,
} from "../../../core/ledger/findDuplicates.ts";
import { salePlace } from "../../../core/ledger/salePlace.ts";
import type { Program } from "../openProgram.ts";
import { readEach } from "../readEach.ts";
import type { BlockPlace } from "./showPlaces.ts";

/** A sale by its id, its place and its head. */
export interface HeadedPlace extends BlockPlace {
  readonly id: Hex;
  readonly head: bigint;
}

/** Of sales whose ids were posted more than once, each that does not stand, as it is now and with what is to be done to it. */
export async function findDuplicates<Sale extends HeadedPlace>(
  program: Program,
  sales: readonly Sale[],
): Promise<Duplicate<Sale & LockingPosting>[]> {
  const asked = sales.map(({ batch, place }) => [BigInt(batch), BigInt(place)] as const);
  const states = await readEach(program, "stateOf", asked);
  const { client } = program.chain;
  const postings = await Promise.all(
    sales.map(async (sale, index) => {
      const of = splitFields(sale.head, HEAD);
      const { refunded = 0n, dispute = 0 } = states[index] ?? {};
      const { timestamp } = await client.getBlock({ blockNumber: sale.block });
      const currency = program.terms.currencies[Number(of(HEAD.currency))];
      if (currency === undefined) throw new RangeError("a sale in a currency of none");
      return {
        ...sale,
        at: salePlace(sale.batch, sale.place),
        ...{ currency, refunded, amount: of(HEAD.amount) },
        // Who it was plays no part.
        payer: isPaidHere(sale) ? "paid here" : undefined,
        dispute: dispute === 0 ? undefined : { state: dispute },
        locksAt: lockTime(program.terms, periodAt(program.terms, Number(timestamp))),
      };
    }),
  );
  return findAmong(postings, Number((await client.getBlock()).timestamp));
}

/** Which of two sales of one id stands before the other. */
export function byStanding(
  a: Pick<HeadedPlace, "batch" | "place" | "head">,
  b: Pick<HeadedPlace, "batch" | "place" | "head">,
): number {
  return byRank(rankOf(a), rankOf(b));
}

function rankOf({ batch, place, head }: Pick<HeadedPlace, "batch" | "place" | "head">): Ranked {
  return { isPaidHere: isPaidHere({ head }), at: salePlace(batch, place) };
}

function isPaidHere({ head }: Pick<HeadedPlace, "head">): boolean {
  return splitFields(head, HEAD)(HEAD.paid) === 1n;
}
