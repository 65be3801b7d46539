import { zeroHash } from "viem";
import type { EventNamed } from "../logs/decodeEvents.ts";
import type { Books, Entry } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import { salePlace } from "./salePlace.ts";

/** Enters a batch: which sales it has, and how far its lane is. */
export function applyBatch({ books, time }: Entry, args: EventNamed<"BatchPosted">["args"]): void {
  const { currency, evidence, laneHead, root } = args;
  const [batch, lane, count] = [args.batch, args.lane, args.sales].map(Number) as [
    number,
    number,
    number,
  ];
  const [from, until] = [Number(args.from), Number(args.until)];
  const sales = books.unbatched.splice(0);
  const isWhole =
    batch === books.batches.length + 1 &&
    sales.length === count &&
    sales.every((sale, place) => sale.at === salePlace(batch, place) && sale.currency === currency);
  if (!isWhole)
    throw new BrokenHistoryError(
      `the batch ${batch} has other sales than it says, or follows none`,
    );
  books.batches.push({
    ...{ batch, lane, currency, from, until, laneHead, root, sales, time },
    evidence: evidence === zeroHash ? undefined : evidence,
  });
  books.lanes.set(laneKey(lane, currency), { until, head: laneHead });
}

/** A lane goes on in each currency by itself. */
export function laneKey(lane: number, currency: string): string {
  return `${lane}/${currency}`;
}

/** Sales without a batch: the events of a call are told in whole or not at all. */
export function refuseUnbatched({ unbatched }: Books): void {
  if (unbatched.length > 0)
    throw new BrokenHistoryError(`${unbatched.length} sales belong to no batch`);
}
