import { readEach } from "../../chain/readEach.ts";
import type { View } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import { type DifferingSale, findDiffering, type SaleOnChain } from "./findDiffering.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** What a program has of sales that are to be posted. */
export interface PassedOver {
  readonly pending: ListedSale[];
  /** Those that are posted otherwise than the file says. */
  readonly differing: readonly DifferingSale[];
}

/** The sales that are not posted yet, and those that are posted otherwise than they should be. */
export async function passOverPosted(
  posting: Pick<Posting, "program" | "journal">,
  listed: readonly ListedSale[],
  { block }: Pick<View, "block">,
): Promise<PassedOver> {
  const asked = listed.map(({ id }) => [id] as const);
  const states = await readEach(posting.program, "saleOf", asked, block);
  const pending: ListedSale[] = [];
  const posted: SaleOnChain[] = [];
  for (const [index, sale] of listed.entries()) {
    const [amount = 0n, , kind = 0, currency = "0x"] = states[index] ?? [];
    if (amount === 0n) pending.push(sale);
    else posted.push({ sale, amount, kind, currency });
  }
  // First: what others posted is not what this journal was about to post.
  posting.journal.foundOnChain(
    "sale",
    posted.map(({ sale }) => sale.id),
  );
  return { pending, differing: await findDiffering(posting, posted) };
}
