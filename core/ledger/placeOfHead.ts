import { HEAD, splitFields } from "../batches/fields.ts";
import type { SalePlace } from "./SaleBook.ts";
import type { SaleKey } from "./saleAt.ts";
import { salePlace } from "./salePlace.ts";

/** Where the sale of a head stands. */
export function placeOfHead(head: bigint): SalePlace {
  const of = splitFields(head, HEAD);
  return salePlace(of(HEAD.batch), of(HEAD.place));
}

/** The sale of a head, as events that name its place have it. */
export function keyOfHead(saleId: SaleKey["saleId"], head: bigint): SaleKey {
  const of = splitFields(head, HEAD);
  return { saleId, batch: of(HEAD.batch), place: of(HEAD.place) };
}
