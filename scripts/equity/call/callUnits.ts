import { encodeFunctionData, formatUnits } from "viem";
import { ETHER } from "../../../core/currency/ETHER.ts";
import { explainRevert } from "../../../core/messages/explainRevert.ts";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import { approveFor, payIn } from "../../chain/funds/payIn.ts";
import type { PlanSigner } from "../chain/openPlanSigner.ts";
import { readPlanNow } from "../chain/readPlanNow.ts";
import { shareArrived } from "../claim/shareArrived.ts";

/** What the units of a grant were called for. */
export interface CalledUnits {
  readonly prices: readonly { readonly symbol: string; readonly price: string }[];
  readonly transactions: number;
}

/** Calls a leaver's units: shares what arrived, so that the price is known, and pays it in every currency. */
export async function callUnits(signer: PlanSigner, id: bigint): Promise<CalledUnits> {
  const { plan, account } = signer;
  const { currencies } = plan;
  let transactions = 0;
  for (const currency of currencies) transactions += await shareArrived(signer, currency);
  const prices = await readPlanNow(plan, "priceOf", [id]).catch((error: unknown) => {
    throw explainRevert(error);
  });
  const due = currencies.map((currency, index) => ({ currency, amount: prices[index] ?? 0n }));
  for (const { currency, amount } of due) {
    if (currency.address === ETHER || amount === 0n) continue;
    transactions += await approveFor(plan, account, currency, amount);
  }
  const data = encodeFunctionData({ abi: equityPlanAbi, functionName: "callUnits", args: [id] });
  const ether = due.find(({ currency }) => currency.address === ETHER);
  const value = { currency: { address: ETHER }, amount: ether?.amount ?? 0n };
  transactions += await payIn(plan, account, { data, ...value });
  return {
    prices: due
      .filter(({ amount }) => amount > 0n)
      .map(({ currency: { symbol, decimals }, amount }) => ({
        ...{ symbol, price: formatUnits(amount, decimals) },
      })),
    transactions,
  };
}
