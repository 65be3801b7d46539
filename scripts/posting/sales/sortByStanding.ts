import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import type { PostedPlace } from "../journal/PostedIndex.ts";

/** Sales of one id in the order in which one stands before the others: those paid here first, then by batch and place. */
export function sortByStanding<Sale extends Pick<PostedPlace, "batch" | "place" | "head">>(
  sales: readonly Sale[],
): Sale[] {
  const isPaid = ({ head }: Sale) => Number(splitFields(head, HEAD)(HEAD.paid));
  return sales.toSorted(
    (a, b) => isPaid(b) - isPaid(a) || a.batch - b.batch || a.place - b.place,
  );
}
