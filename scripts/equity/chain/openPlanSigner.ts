import type { Address, ContractFunctionArgs, ContractFunctionName, TransactionReceipt } from "viem";
import { EXPLAINED_PLAN_ABI } from "../../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { accountOf, type Chain } from "../../chain/openChain.ts";
import { send } from "../../chain/send.ts";
import { type EquityPlan, openNamedPlan } from "./openEquityPlan.ts";

type Writes = "nonpayable" | "payable";
type Name = ContractFunctionName<typeof EXPLAINED_PLAN_ABI, Writes>;

/** An equity plan, and the account that signs what is done with it. */
export interface PlanSigner {
  readonly plan: EquityPlan;
  readonly account: Address;
  /** Calls the plan, and waits until the transaction is mined. */
  act<F extends Name>(
    functionName: F,
    args: ContractFunctionArgs<typeof EXPLAINED_PLAN_ABI, Writes, F>,
  ): Promise<TransactionReceipt>;
}

export async function openPlanSigner(
  chain: Chain,
  options: Readonly<Record<"plan" | "from", string | undefined>>,
): Promise<PlanSigner> {
  const plan = await openNamedPlan(chain, options);
  const account = await accountOf(chain, options.from);
  const { address } = plan;
  return {
    plan,
    account,
    act: (functionName, args) =>
      send(chain, { ...{ account, address, abi: EXPLAINED_PLAN_ABI, functionName, args } }),
  };
}
