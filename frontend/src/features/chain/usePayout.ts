import type { programAbi } from "@generated/abis/Program";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Address, ContractFunctionReturnType } from "viem";
import type { Program } from "./useProgram";
import { useView } from "./useView";

/** Where a party's money and rights are: its current wallet alone is paid, and speaks for it. */
export type Payout = ContractFunctionReturnType<typeof programAbi, "view", "payoutOf">;

export function usePayout(
  program: Program,
  party: Address,
  revision: string,
): UseQueryResult<Payout> {
  return useView(program, ["payout", party], revision, (read) => read.payoutOf([party]));
}
