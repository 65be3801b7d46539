import type { PostedSale } from "./openBooks.ts";
import { reverseLine } from "./reverseLine.ts";

/** What refunds have left of each line of a sale. */
export function leftOf({ lines, amount, refunded }: PostedSale): readonly bigint[] {
  return lines.map((line) => line.amount - reverseLine(line.amount, refunded, amount));
}
