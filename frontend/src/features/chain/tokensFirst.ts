import type { Currency } from "@core/currency/Currency";
import { ETHER } from "@core/currency/ETHER";
import type { Program } from "./useProgram";

/** A program's currencies, tokens before ETH: they are what deals are mostly in. */
export function tokensFirst({ currencies }: Program): readonly Currency[] {
  return currencies.toSorted((a, b) => Number(a.address === ETHER) - Number(b.address === ETHER));
}
