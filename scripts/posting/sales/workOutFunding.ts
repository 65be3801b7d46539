import type { Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import type { RevertError } from "../../../core/messages/RevertError.ts";
import { readEach } from "../../chain/readEach.ts";
import type { View } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import type { Refusals } from "../journal/postItems.ts";
import type { Companions } from "../lanes/companionsOf.ts";
import { LATE_LANE } from "../lanes/Lane.ts";
import type { PostingGroup } from "./groupByCurrency.ts";
import { owedBy } from "./owedBy.ts";

/** What is to be added to the program's funds. */
export interface Funded {
  readonly currency: Currency;
  readonly amount: bigint;
}

/** What sales owe beyond the funds in a view of the chain, and which of them the program refuses. */
export async function workOutFunding(
  {
    account,
    evidence,
    journal,
    program,
  }: Pick<Posting, "account" | "evidence" | "journal" | "program">,
  companions: Companions,
  groups: readonly PostingGroup[],
  { block }: Pick<View, "block">,
): Promise<{ missing: readonly Funded[]; refused: Refusals }> {
  const missing: Funded[] = [];
  const refused = new Map<Hex, RevertError>();
  const [solvency = []] = await readEach(program, "solvency", [[]], block);
  for (const { currency, sales } of groups) {
    const funds = solvency[currency.index]?.funds ?? 0n;
    const lateHead = journal.posted.headOf(LATE_LANE, currency.address);
    const trying = { program, account, currency, companions, evidence, block, funds, lateHead };
    const owed = await owedBy(trying, sales);
    for (const [id, error] of owed.refused) refused.set(id, error);
    const amount = owed.amount - funds;
    if (amount > 0n) missing.push({ currency, amount });
  }
  return { missing, refused };
}
