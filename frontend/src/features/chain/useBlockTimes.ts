import type { Place } from "@core/ledger/Ledger";
import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useChainInfo } from "./ChainContext";
import { useReader } from "./useReader";

/** When events happened: from their logs, or from their blocks where the node's logs don't say. */
export function useBlockTimes(places: readonly Place[]): ReadonlyMap<bigint, bigint> {
  const { chain } = useChainInfo();
  const client = useReader();
  const unknown = places.filter(({ time }) => time === undefined).map(({ block }) => block);
  const blocks = [...new Set(unknown)];
  const results: UseQueryResult<bigint>[] = useQueries({
    queries: blocks.map((blockNumber) => ({
      queryKey: ["blockTime", chain.id, blockNumber.toString()],
      queryFn: async () => (await client.getBlock({ blockNumber })).timestamp,
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const times = new Map<bigint, bigint>();
  for (const { block, time } of places) if (time !== undefined) times.set(block, time);
  for (const [index, block] of blocks.entries()) {
    const time = results[index]?.data;
    if (time !== undefined) times.set(block, time);
  }
  return times;
}
