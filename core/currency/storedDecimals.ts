import { type Hex, hexToNumber, slice } from "viem";

/** A clone's own code, before its packed terms: `TermsLayout` has their form. */
const CLONE = 45;
const HEADER = 152;
/** A token's address, then its decimals. */
const CURRENCY = 21;
const ADDRESS = 20;

/** Decimals that a program keeps of each currency in its code, so that no token has to answer for them. */
export function storedDecimals(code: Hex, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const at = CLONE + HEADER + index * CURRENCY + ADDRESS;
    return hexToNumber(slice(code, at, at + 1));
  });
}
