import type { Books, PostedSale } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** A posted sale, by its `saleKey`. */
export function findSale(books: Books, key: string): PostedSale {
  const sale = books.sales.get(key);
  if (sale === undefined) throw new SpecError("unknownSale", key, "a posted sale");
  return sale;
}
