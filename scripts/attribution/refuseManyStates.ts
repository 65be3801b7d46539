import { TributaryError } from "../../core/TributaryError.ts";

/** The matrix of as many states takes 200 MB, and its solution up to a minute or two. */
const MOST_STATES = 5_000;

/** Refuses a chain that could not be solved in reasonable memory and time. */
export function refuseManyStates(states: number, order: 1 | 2): void {
  if (states <= MOST_STATES) return;
  throw new TributaryError("The Markov model has too many states.", {
    found: `${states} ${order === 1 ? "channels" : "pairs of channels"}`,
    allowed: `at most ${MOST_STATES}`,
    todo:
      order === 1
        ? "Group the channels into fewer."
        : "Group the channels into fewer, or use order 1.",
  });
}
