import { encodeFunctionData } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { type PlanPayment, planPaymentsIn } from "../../../core/logs/planPaymentsIn.ts";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import { claimBatches } from "../../chain/claim/claimBatches.ts";
import { waitFor } from "../../chain/send.ts";
import type { Progress } from "../../Progress.ts";
import type { PlanSigner } from "../chain/openPlanSigner.ts";
import { readGrantsNow } from "../chain/readGrantsNow.ts";
import { shareArrived } from "./shareArrived.ts";

/** What came of paying many grants. */
export interface PaidGrants {
  readonly paid: readonly PlanPayment[];
  /** Whose payment failed: it keeps what it has. */
  readonly unpaid: readonly bigint[];
  readonly transactions: number;
}

/** Pays grants what is payable in one currency, in as few transactions as the gas cap allows; shares what arrived first. */
export async function claimGrants(
  signer: PlanSigner,
  currency: Currency,
  ids: readonly bigint[],
  progress: Progress,
): Promise<PaidGrants> {
  const { plan, account } = signer;
  let transactions = await shareArrived(signer, currency);
  const grants = await readGrantsNow(plan, ids);
  const due = grants
    .filter(({ earnings }) => {
      const { payable_ = 0n, owed = 0n } = earnings[currency.index] ?? {};
      return payable_ + owed > 0n;
    })
    .map(({ id }) => id);
  const paid: PlanPayment[] = [];
  const batches = claimBatches(plan, {
    ...{ account, currency, items: due },
    encode: (some) =>
      encodeFunctionData({
        ...{ abi: equityPlanAbi, functionName: "claimMany", args: [some, currency.address] },
      }),
  });
  const { wallet } = plan.chain;
  await progress.during(`Paying ${currency.symbol}`, due.length, async () => {
    for await (const { items, data, gas } of batches) {
      const hash = await wallet.sendTransaction({
        ...{ account, chain: wallet.chain, to: plan.address, data, gas },
      });
      paid.push(...planPaymentsIn(await waitFor(plan.chain, hash), currency));
      transactions++;
      progress.add(items.length);
    }
  });
  const done = new Set(paid.map(({ to }) => to));
  return { paid, unpaid: due.filter((id) => !done.has(id)), transactions };
}
