import {
  type AbiFunction,
  decodeFunctionData,
  erc20Abi,
  type Hex,
  slice,
  toFunctionSelector,
} from "viem";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import { EXPLAINED_PLAN_ABI } from "../../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { programFactoryAbi } from "../../../generated/abis/ProgramFactory.ts";

/** A call as its contract's ABI has it. */
export interface DecodedCall {
  readonly item: AbiFunction;
  readonly args: readonly unknown[];
}

/** By selector: programs and plans have functions of one name with other parameters. */
const FUNCTIONS: ReadonlyMap<Hex, AbiFunction> = new Map(
  [...EXPLAINED_ABI, ...programFactoryAbi, ...EXPLAINED_PLAN_ABI, ...erc20Abi]
    .filter((item): item is typeof item & AbiFunction => item.type === "function")
    .map((item) => [toFunctionSelector(item), item]),
);

/** The function and arguments of a call to a program, a plan, their factories or a token; undefined where it is none of theirs. */
export function decodeCall(data: Hex): DecodedCall | undefined {
  try {
    const item = FUNCTIONS.get(slice(data, 0, 4));
    if (item === undefined) return undefined;
    const { args = [] } = decodeFunctionData({ abi: [item], data });
    return { item, args: args as readonly unknown[] };
  } catch {
    return undefined;
  }
}

export function nameOfCall(data: Hex): string {
  return decodeCall(data)?.item.name ?? (data === "0x" ? "transfer of ETH" : data.slice(0, 10));
}
