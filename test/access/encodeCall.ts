import { type Abi, type ContractFunctionArgs, encodeFunctionData, type Hex } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import type { PROGRAM_PERMISSIONS } from "../../tools/docs/roles/permissions.ts";

/** A function that can change a program. */
export type Name = keyof typeof PROGRAM_PERMISSIONS;

/** The data of a call to a program. */
export function encodeCall<N extends Name>(
  functionName: N,
  args: ContractFunctionArgs<typeof programAbi, "nonpayable" | "payable", N> & readonly unknown[],
): Hex {
  return encodeFunctionData<Abi>({ abi: programAbi, functionName, args });
}
