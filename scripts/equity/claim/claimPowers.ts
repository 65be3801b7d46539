import type { TransactionReceipt } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { type PlanPayment, planPaymentsIn } from "../../../core/logs/planPaymentsIn.ts";
import { RevertError } from "../../../core/messages/RevertError.ts";
import type { PlanSigner } from "../chain/openPlanSigner.ts";
import { readMoney } from "../chain/readMoney.ts";

/** What came of paying the treasury and the tax account. */
export interface PaidPowers {
  readonly paid: readonly PlanPayment[];
  /** Why one of them could not be paid: it keeps what it has. */
  readonly refusals: readonly RevertError[];
  readonly transactions: number;
}

/** Pays the treasury and the tax account what is theirs in one currency. */
export async function claimPowers(
  { plan, act }: PlanSigner,
  currency: Currency,
): Promise<PaidPowers> {
  const { treasury, tax } = await readMoney(plan, currency);
  const refusals: RevertError[] = [];
  const receipts: TransactionReceipt[] = [];
  for (const [functionName, amount] of [
    ["claimTreasury", treasury],
    ["claimTax", tax],
  ] as const) {
    if (amount === 0n) continue;
    try {
      receipts.push(await act(functionName, [currency.address]));
    } catch (error) {
      if (!(error instanceof RevertError)) throw error;
      refusals.push(error);
    }
  }
  const paid = receipts.flatMap((receipt) => planPaymentsIn(receipt, currency));
  return { paid, refusals, transactions: receipts.length };
}
