import type { Currency } from "@core/currency/Currency";
import { ETHER } from "@core/currency/ETHER";
import { arrivedOf } from "@core/equity/arrivedOf";
import { PLAN_POWERS, type PlanPowerName } from "@core/equity/PLAN_POWERS";
import type { equityPlanAbi } from "@generated/abis/EquityPlan";
import type { UseQueryResult } from "@tanstack/react-query";
import { type Address, type ContractFunctionReturnType, erc20Abi, zeroAddress } from "viem";
import { isRefusal } from "../../lib/errors/isRefusal";
import type { Reader } from "../../lib/site/openReader";
import type { Plan } from "./usePlan";
import { usePlanView } from "./usePlanView";

type Overview = ContractFunctionReturnType<typeof equityPlanAbi, "view", "overview">;
type Level = ContractFunctionReturnType<typeof equityPlanAbi, "view", "levelOf">;

/** A plan's money in one currency, by its views. */
export interface PlanMoney extends Level {
  readonly currency: Currency;
  /** Undefined where the token does not tell it. */
  readonly balance: bigint | undefined;
  /** What arrived and is not shared yet. */
  readonly arrived: bigint;
}

/** A plan as it is now, by its views. */
export interface PlanNow extends Overview {
  /** Of the last block, in seconds. */
  readonly time: bigint;
  readonly money: readonly PlanMoney[];
  /** Undefined where nobody holds it. */
  readonly powers: ReadonlyMap<PlanPowerName, Address | undefined>;
}

export function usePlanNow(plan: Plan, revision: string): UseQueryResult<PlanNow> {
  const { currencies, address } = plan;
  return usePlanView(plan, ["now"], revision, async (read, client) => {
    const [block, overview, levels, balances, powers] = await Promise.all([
      client.getBlock(),
      read.overview(),
      Promise.all(currencies.map((currency) => read.levelOf([currency.address]))),
      Promise.all(currencies.map((currency) => balanceOf(client, address, currency))),
      Promise.all(PLAN_POWERS.map((_, power) => read.powerState([power]))),
    ]);
    const money = currencies.flatMap((currency, index) => {
      const level = levels[index];
      const balance = balances[index];
      if (level === undefined) return [];
      return [{ ...level, currency, balance, arrived: arrivedOf(balance, level.counted) }];
    });
    const holders = PLAN_POWERS.map((name, index) => [name, held(powers[index]?.holder)] as const);
    return { ...overview, time: block.timestamp, money, powers: new Map(holders) };
  });
}

function held(holder: Address | undefined): Address | undefined {
  return holder === zeroAddress ? undefined : holder;
}

async function balanceOf(
  client: Reader,
  plan: Address,
  { address }: Currency,
): Promise<bigint | undefined> {
  if (address === ETHER) return client.getBalance({ address: plan });
  try {
    return await client.readContract({
      ...{ address, abi: erc20Abi, functionName: "balanceOf", args: [plan] },
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return undefined;
  }
}
