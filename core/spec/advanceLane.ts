import { type LanePost, nextHead } from "../batches/nextHead.ts";
import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { FIRST_LANE, LATE_LANE } from "./openLane.ts";
import { SpecError } from "./SpecError.ts";

/** Gives a batch its place in its lane: one that names the lane's head, and a window that none before it reaches into. */
export function advanceLane(books: Books, post: LanePost, time: Time): void {
  const { lane, currency, from, until } = post;
  const key = `${lane}:${currency}`;
  const { head, until: last } = books.lanes.get(key) ?? { head: 0n, until: undefined };
  if (lane >= 16) throw new SpecError("unknownLane", `${lane}`, "below 16");
  if (post.head !== head) throw new SpecError("otherHead", `${post.head}`, `${head}`);
  if (lane === LATE_LANE) {
    if (from !== 0 || until !== 0)
      throw new SpecError("invalidWindow", `${from} to ${until}`, "0 to 0");
  } else {
    const earliest = last ?? beginOf(books, lane);
    if (from < earliest || until <= from || until > time)
      throw new SpecError("invalidWindow", `${from} to ${until}`, `${earliest} to ${time}`);
  }
  books.lanes.set(key, { head: nextHead(post), until });
}

function beginOf({ terms, laneBegins }: Books, lane: number): Time {
  const begins = lane === FIRST_LANE ? terms.start : laneBegins.get(lane);
  if (begins === undefined) throw new SpecError("unknownLane", `${lane}`, "one that is open");
  return begins;
}
