import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { createPublicClient } from "viem";
import { transportOf } from "../../lib/site/transportOf";

/** Asks the node which chain it is of. */
export function useChainId(rpcUrl: string): UseQueryResult<number> {
  return useQuery({
    queryKey: ["chainId", rpcUrl],
    queryFn: () => createPublicClient({ transport: transportOf(rpcUrl) }).getChainId(),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}
