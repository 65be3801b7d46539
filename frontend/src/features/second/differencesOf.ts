import type { Difference, KeyNumber } from "./KeyNumber";

const MISSING = "nothing";

/** Where two nodes' answers to the same questions differ. */
export function differencesOf(
  ours: readonly KeyNumber[],
  theirs: readonly KeyNumber[],
): readonly Difference[] {
  const known = new Map(theirs.map(({ what, value }) => [what, value]));
  return ours
    .map(({ what, value }) => ({ what, ours: value, theirs: known.get(what) ?? MISSING }))
    .filter((one) => one.ours !== one.theirs);
}
