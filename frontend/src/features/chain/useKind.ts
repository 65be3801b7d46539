import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { useChainInfo } from "./ChainContext";
import type { Kind } from "./kindOf";
import { useReader } from "./useReader";

/** Asks what is at an address, once; nothing where there is none. */
export function useKind(address: Address | undefined): UseQueryResult<Kind> {
  const { chain } = useChainInfo();
  const client = useReader();
  return useQuery({
    queryKey: ["kind", chain.id, address],
    queryFn: async (): Promise<Kind> => {
      if (address === undefined) return "other";
      const { kindOf } = await import("./kindOf");
      return kindOf(client, address);
    },
    enabled: address !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}
