import { encodeFunctionData, type Hex } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { ListedRefund } from "./readRefundsFile.ts";

/** The call that makes refunds. */
export function encodeRefunds(refunds: readonly ListedRefund[], evidence: Hex): Hex {
  const args = refunds.map(({ id, saleId, amount, reason }) => ({ id, saleId, amount, reason }));
  return encodeFunctionData({ abi: programAbi, functionName: "refund", args: [args, evidence] });
}
