import type { Currency } from "@core/currency/Currency";
import type { PlanSettings } from "@core/equity/PlanSettings";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type Address, getAddress } from "viem";
import { useChainInfo } from "../chain/ChainContext";
import { tellApart } from "../chain/tellApart";
import { useReader } from "../chain/useReader";
import { readPlanCurrency } from "./readPlanCurrency";

/** An equity plan: what it was created with, which never changes. */
export interface Plan {
  readonly address: Address;
  readonly settings: PlanSettings;
  /** In the settings' order. */
  readonly currencies: readonly Currency[];
}

export function usePlan(address: Address): UseQueryResult<Plan> {
  const { chain } = useChainInfo();
  const client = useReader();
  return useQuery({
    queryKey: ["plan", chain.id, address],
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
    queryFn: async (): Promise<Plan> => {
      const settings = await client.readContract({
        address,
        abi: equityPlanAbi,
        functionName: "settings",
      });
      const currencies = await Promise.all(
        settings.currencies.map((currency, index) => {
          const place = { index, address: getAddress(currency) };
          return readPlanCurrency(client, place, chain.nativeCurrency);
        }),
      );
      return { address, settings, currencies: tellApart(currencies) };
    },
  });
}
