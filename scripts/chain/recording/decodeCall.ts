import { type AbiFunction, decodeFunctionData, erc20Abi, type Hex } from "viem";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import { programFactoryAbi } from "../../../generated/abis.ts";

/** A call as its contract's ABI has it. */
export interface DecodedCall {
  readonly item: AbiFunction;
  readonly args: readonly unknown[];
}

const ABI = [...EXPLAINED_ABI, ...programFactoryAbi, ...erc20Abi] as const;

/** The function and arguments of a call to a program, its factory or a token; undefined where it is none of theirs. */
export function decodeCall(data: Hex): DecodedCall | undefined {
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi: ABI, data });
    const item = ABI.find((one) => one.type === "function" && one.name === functionName);
    return item?.type === "function" ? { item, args } : undefined;
  } catch {
    return undefined;
  }
}

export function nameOfCall(data: Hex): string {
  return decodeCall(data)?.item.name ?? (data === "0x" ? "transfer of ETH" : data.slice(0, 10));
}
