import { equityPlanAbi, programAbi } from "@generated/abis";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Address, PublicClient } from "viem";
import { isRefusal } from "../../lib/errors/isRefusal";
import { useChainInfo } from "./ChainContext";
import { useReader } from "./useReader";

/** What is at an address, as far as the site can show it. */
export type Kind = "program" | "plan" | "other";

/** Asks what is at an address, once; nothing where there is none. */
export function useKind(address: Address | undefined): UseQueryResult<Kind> {
  const { chain } = useChainInfo();
  const client = useReader();
  return useQuery({
    queryKey: ["kind", chain.id, address],
    queryFn: () => (address === undefined ? "other" : kindOf(client, address)),
    enabled: address !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

async function kindOf(client: PublicClient, address: Address): Promise<Kind> {
  const [isProgram, isPlan] = await Promise.all([
    answers(client.readContract({ address, abi: programAbi, functionName: "termsHash" })),
    answers(client.readContract({ address, abi: equityPlanAbi, functionName: "overview" })),
  ]);
  if (isProgram) return "program";
  return isPlan ? "plan" : "other";
}

/** Whether a view is there. A node that does not answer, or refuses, says nothing of that. */
async function answers(view: Promise<unknown>): Promise<boolean> {
  try {
    await view;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
