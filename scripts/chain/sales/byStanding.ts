import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { byRank, type Ranked } from "../../../core/ledger/byRank.ts";
import { salePlace } from "../../../core/ledger/salePlace.ts";
import type { HeadedPlace } from "./readPostings.ts";

type Headed = Pick<HeadedPlace, "batch" | "place" | "head">;

/** Which of two sales of one id stands before the other, as far as they tell by themselves. */
export function byStanding(one: Headed, other: Headed): number {
  return byRank(rankOf(one), rankOf(other));
}

function rankOf({ batch, place, head }: Headed): Ranked {
  return { isPaidHere: splitFields(head, HEAD)(HEAD.paid) === 1n, at: salePlace(batch, place) };
}
