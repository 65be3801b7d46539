import type { View } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import { readPosted } from "../journal/readPosted.ts";
import { type DifferingSale, findDiffering, type SaleOnChain } from "./findDiffering.ts";
import { findStanding } from "./findStanding.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** What a program has of sales that are to be posted. */
export interface PassedOver {
  readonly pending: ListedSale[];
  /** Those that are posted otherwise than the file says. */
  readonly differing: readonly DifferingSale[];
}

/** The sales that are not posted yet, and those that are posted otherwise than they should be. */
export async function passOverPosted(
  posting: Posting,
  listed: readonly ListedSale[],
  view: Pick<View, "block">,
): Promise<PassedOver> {
  await readPosted(posting, view);
  const pending: ListedSale[] = [];
  const posted: SaleOnChain[] = [];
  for (const sale of listed) {
    const standing = findStanding(posting, sale.id);
    if (standing === undefined) pending.push(sale);
    else posted.push({ sale, standing });
  }
  // First: what others posted is not what this journal was about to post.
  posting.journal.foundOnChain(
    "sale",
    posted.map(({ sale }) => sale.id),
  );
  return { pending, differing: await findDiffering(posting, posted) };
}
