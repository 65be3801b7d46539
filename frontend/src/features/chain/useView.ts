import { programAbi } from "@generated/abis";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type GetContractReturnType, getContract, type PublicClient } from "viem";
import { useChainInfo } from "./ChainContext";
import type { Program } from "./useProgram";
import { useReader } from "./useReader";

const OLDEST = 60_000;

/** Each view of a program by its name. */
type Views = GetContractReturnType<typeof programAbi, PublicClient>["read"];

/**
 * Reads the program's views. Read again when the revision changes, and each minute for what no event tells (a plain
 * transfer of tokens); meanwhile the last answer stays.
 */
export function useView<Data>(
  { address }: Program,
  key: readonly string[],
  revision: string,
  ask: (views: Views) => Promise<Data>,
): UseQueryResult<Data> {
  const { chain } = useChainInfo();
  const client = useReader();
  const { read } = getContract({ address, abi: programAbi, client });
  const question = ["view", chain.id, address, ...key];
  return useQuery({
    queryKey: [...question, revision],
    queryFn: () => ask(read),
    staleTime: OLDEST,
    refetchInterval: OLDEST,
    retry: 1,
    // An answer to another question must not stand for this one's.
    placeholderData: (last, query) =>
      isSame(query?.queryKey.slice(0, -1) ?? [], question) ? last : undefined,
  });
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
