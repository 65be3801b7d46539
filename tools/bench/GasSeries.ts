/** What an operation costs by the number of something. */
export interface GasSeries {
  readonly operation: string;
  readonly of: string;
  readonly points: readonly { readonly n: number; readonly gas: number }[];
  /** Why it grows, where it does. */
  readonly because?: string;
}

/** Below which growth from the fewest to the most counts as none. */
const FLAT = 0.02;

/** How it grows: not at all, with the logarithm at most, or with the number. */
export function growthOf({ points }: GasSeries): "flat" | "logarithmic" | "linear" {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  const [second] = rest;
  if (first === undefined || second === undefined || last === undefined)
    throw new RangeError("Growth shows from two points on.");
  if (last.gas / first.gas - 1 <= FLAT) return "flat";
  // By the first step's slope, what the last point would be if it grew with the logarithm.
  const doublings = Math.log2(second.n / first.n);
  const perDoubling = Math.max((second.gas - first.gas) / doublings, first.gas * 0.005);
  const bound = first.gas + perDoubling * Math.log2(last.n / first.n);
  return last.gas <= bound * (1 + FLAT) ? "logarithmic" : "linear";
}
