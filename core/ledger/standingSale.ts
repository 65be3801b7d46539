import type { Hex } from "viem";
import type { Books } from "./Books.ts";
import { byRule } from "./findDuplicates.ts";
import type { SaleBook } from "./SaleBook.ts";

/** All sales of an id, in the order in which they were posted. */
export function salesNamed({ sales, placesOf }: Books, id: Hex): readonly SaleBook[] {
  return (placesOf.get(id) ?? []).flatMap((place) => sales.get(place) ?? []);
}

/** The sale of an id that stands; where none does any more, the one that stood first. */
export function standingSale(books: Books, id: Hex): SaleBook | undefined {
  return salesNamed(books, id).toSorted(byRule)[0];
}
