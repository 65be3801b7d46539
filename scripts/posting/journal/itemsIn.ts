import { decodeFunctionData, type Hex } from "viem";
import { unpackBatch } from "../../../core/batches/unpackBatch.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Call } from "./Transaction.ts";

/** The ids of the sales that a call posts, or of the refunds that it makes, in its order. */
export function itemsIn({ purpose, data }: Pick<Call, "purpose" | "data">): Hex[] {
  if (purpose !== "post" && purpose !== "refund") return [];
  const { functionName, args } = decodeFunctionData({ abi: programAbi, data });
  if (functionName === "refund") return args[0].map(({ id }) => id);
  if (functionName === "post") return unpackBatch(args[6]).sales.map(({ id }) => id);
  return [];
}
