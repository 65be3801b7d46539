import { equityPlanAbi } from "@generated/abis";
import type { UseQueryResult } from "@tanstack/react-query";
import { type GetContractReturnType, getContract, type PublicClient } from "viem";
import { useAnswers } from "../chain/useAnswers";
import { useReader } from "../chain/useReader";
import type { Plan } from "./usePlan";

/** Each view of a plan by its name. */
type Views = GetContractReturnType<typeof equityPlanAbi, PublicClient>["read"];

/** Reads the plan's views. */
export function usePlanView<Data>(
  { address }: Pick<Plan, "address">,
  key: readonly string[],
  revision: string,
  ask: (views: Views, client: PublicClient) => Promise<Data>,
): UseQueryResult<Data> {
  const client = useReader();
  const { read } = getContract({ address, abi: equityPlanAbi, client });
  return useAnswers(address, key, revision, () => ask(read, client));
}
