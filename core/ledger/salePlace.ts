import type { SalePlace } from "./SaleBook.ts";

const PLACES = 2 ** 16;

/** Where a sale stands. A batch's number has 32 bits, so that this is exact. */
export function salePlace(batch: bigint | number, place: bigint | number): SalePlace {
  return Number(batch) * PLACES + Number(place);
}

/** Its batch, and its place in it from 0. */
export function splitPlace(place: SalePlace): { readonly batch: number; readonly place: number } {
  return { batch: Math.floor(place / PLACES), place: place % PLACES };
}
