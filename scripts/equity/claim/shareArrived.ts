import type { Currency } from "../../../core/currency/Currency.ts";
import { EXPLAINED_PLAN_ABI } from "../../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { send } from "../../chain/send.ts";
import type { PlanSigner } from "../chain/openPlanSigner.ts";
import { readMoney } from "../chain/readMoney.ts";

/** Has a plan share what arrived in a currency, if anything did. Returns how many transactions that took. */
export async function shareArrived(
  { plan, account }: PlanSigner,
  currency: Currency,
): Promise<number> {
  const { arrived } = await readMoney(plan, currency);
  if (arrived === 0n) return 0;
  const { chain, address } = plan;
  const call = { account, address, abi: EXPLAINED_PLAN_ABI } as const;
  await send(chain, { ...call, functionName: "sync", args: [currency.address] });
  return 1;
}
