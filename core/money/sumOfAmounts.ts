import { sum } from "./sum.ts";

/** The sum of what entries of one currency are about. */
export function sumOfAmounts(entries: readonly { readonly amount: bigint }[]): bigint {
  return sum(entries.map(({ amount }) => amount));
}
