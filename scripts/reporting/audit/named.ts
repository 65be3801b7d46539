import type { Difference } from "./Difference.ts";

/** Differences that say of what they are. */
export function named(name: string, differences: readonly Difference[]): Difference[] {
  return differences.map(({ what, ...rest }) => ({ what: `${name}: ${what}`, ...rest }));
}
