import { sumOfAmounts } from "../money/sumOfAmounts.ts";
import { BatchFormError } from "./BatchFormError.ts";
import type { PostedSale } from "./PostedSale.ts";

/** What a sale's lines leave of its amount. */
export function leftOfLines({ amount, lines }: Pick<PostedSale, "amount" | "lines">): bigint {
  const given = sumOfAmounts(lines);
  if (given > amount) throw new BatchFormError(`lines of ${given}`, `lines of ${amount} at most`);
  return amount - given;
}
