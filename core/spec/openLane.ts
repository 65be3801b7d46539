import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** For sales that come late: without windows. */
export const LATE_LANE = 0;
/** Open from the program's start on. */
export const FIRST_LANE = 1;
const LANES = 16;

/** Opens a lane whose windows may reach back to `begins`. */
export function openLane(books: Books, lane: number, begins: Time): void {
  if (lane <= FIRST_LANE || lane >= LANES)
    throw new SpecError("unknownLane", `${lane}`, `${FIRST_LANE + 1} to ${LANES - 1}`);
  if (books.laneBegins.has(lane)) throw new SpecError("laneOpen", `${lane}`, "each once");
  if (begins <= 0) throw new SpecError("zeroAmount", `${begins}`, "above 0");
  books.laneBegins.set(lane, begins);
}
