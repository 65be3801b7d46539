import type { ShownSale } from "../../core/batches/showSales.ts";

/** A sale shown otherwise than it was posted: of one unit more. */
export function forge(shown: ShownSale): ShownSale {
  return { ...shown, head: shown.head + 1n };
}
