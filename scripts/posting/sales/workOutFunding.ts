import type { Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import type { RevertError } from "../../../core/messages/RevertError.ts";
import { readEach } from "../../chain/readEach.ts";
import type { View } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import type { Refusals } from "../journal/postItems.ts";
import type { PostingGroup } from "./groupForPosting.ts";
import { owedBy } from "./owedBy.ts";

/** What is to be added to the program's funds. */
export interface Funded {
  readonly currency: Currency;
  readonly amount: bigint;
}

/** What sales owe beyond the funds in a view of the chain, and which of them the program refuses. */
export async function workOutFunding(
  posting: Pick<Posting, "account" | "program">,
  groups: readonly PostingGroup[],
  { block }: Pick<View, "block">,
): Promise<{ missing: readonly Funded[]; refused: Refusals }> {
  const { account, program } = posting;
  const missing: Funded[] = [];
  const refused = new Map<Hex, RevertError>();
  const [solvency = []] = await readEach(program, "solvency", [[]], block);
  for (const { currency, items, isPaid } of groups) {
    // A sale that was paid on chain brings its own money.
    if (isPaid) continue;
    const sales = items.map(({ sale }) => sale);
    const owed = await owedBy(program, account, currency, sales);
    for (const [id, error] of owed.refused) refused.set(id, error);
    const amount = owed.amount - (solvency[currency.index]?.funds ?? 0n);
    if (amount > 0n) missing.push({ currency, amount });
  }
  return { missing, refused };
}
