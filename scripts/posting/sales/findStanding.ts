import type { Hex } from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { byStanding } from "../../chain/sales/byStanding.ts";
import type { PostedPlace } from "../journal/PostedIndex.ts";
import type { Posting } from "../journal/Posting.ts";

/** A posted sale by its head. */
export interface StandingSale extends PostedPlace {
  readonly amount: bigint;
  readonly kind: number;
  /** The currency's index among the program's. */
  readonly currency: number;
  readonly time: number;
}

/**
 * The sale that an id stands for, as far as the journal has read the chain: usually the only one; else the first that was paid here, or
 * else the first. Undefined where none is posted.
 */
export function findStanding(
  { journal }: Pick<Posting, "journal">,
  id: Hex,
): StandingSale | undefined {
  const [standing] = journal.posted.placesOf(id).sort(byStanding);
  return standing && toStanding(standing);
}

/** A posted sale with what its head tells. */
export function toStanding(sale: PostedPlace): StandingSale {
  const of = splitFields(sale.head, HEAD);
  return {
    ...sale,
    amount: of(HEAD.amount),
    kind: Number(of(HEAD.kind)),
    currency: Number(of(HEAD.currency)),
    time: Number(of(HEAD.time)),
  };
}
