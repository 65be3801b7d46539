import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Head } from "../../history/HistorySource";
import { useChainInfo } from "./ChainContext";
import { pollEvery } from "./pollEvery";
import { useReader } from "./useReader";

/** The newest block, asked for again and again. */
export function useHead(): UseQueryResult<Head> {
  const { chain } = useChainInfo();
  const client = useReader();
  return useQuery({
    queryKey: ["head", chain.id],
    queryFn: async (): Promise<Head> => {
      const { number, timestamp } = await client.getBlock();
      return { number, time: timestamp };
    },
    refetchInterval: pollEvery(chain.id),
    retry: 1,
  });
}
