import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { useChainInfo } from "./ChainContext";

const OLDEST = 60_000;
/** For a node that gave no answer. */
const SOON = 5_000;

/**
 * What a contract answers. Asked again when the revision changes, and each minute for what no event tells (time, a plain transfer of
 * tokens); meanwhile the last answer stays.
 */
export function useAnswers<Data>(
  address: Address,
  key: readonly string[],
  revision: string,
  ask: () => Promise<Data>,
): UseQueryResult<Data> {
  const { chain } = useChainInfo();
  const question = ["view", chain.id, address, ...key];
  return useQuery({
    queryKey: [...question, revision],
    queryFn: ask,
    staleTime: OLDEST,
    refetchInterval: ({ state }) => (state.status === "error" ? SOON : OLDEST),
    retry: 1,
    // An answer to another question must not stand for this one's.
    placeholderData: (last, query) =>
      isSame(query?.queryKey.slice(0, -1) ?? [], question) ? last : undefined,
  });
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
