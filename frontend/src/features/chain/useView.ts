import { programAbi } from "@generated/abis";
import type { UseQueryResult } from "@tanstack/react-query";
import { type GetContractReturnType, getContract, type PublicClient } from "viem";
import { useAnswers } from "./useAnswers";
import type { Program } from "./useProgram";
import { useReader } from "./useReader";

/** Each view of a program by its name. */
type Views = GetContractReturnType<typeof programAbi, PublicClient>["read"];

/** Reads the program's views. */
export function useView<Data>(
  { address }: Program,
  key: readonly string[],
  revision: string,
  ask: (views: Views) => Promise<Data>,
): UseQueryResult<Data> {
  const client = useReader();
  const { read } = getContract({ address, abi: programAbi, client });
  return useAnswers(address, key, revision, () => ask(read));
}
