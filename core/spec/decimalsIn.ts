import type { Books } from "./openBooks.ts";

/** The decimals of a currency of the program; 0 where there is none. */
export function decimalsIn({ decimals }: Books, currency: number): number {
  return decimals[currency] ?? 0;
}
