import { programAbi } from "@generated/abis";
import { type Address, encodeFunctionData, type Hex, type PublicClient } from "viem";
import { RESIDUAL_SEGMENTS } from "../chain/residualSegments";
import type { ClaimCall } from "./ClaimCall";

/** Tries a claim out on the node, so that what the program would refuse is known before anybody signs. */
export async function simulateClaim(
  client: PublicClient,
  program: Address,
  account: Address,
  call: ClaimCall,
): Promise<void> {
  const contract = { address: program, abi: programAbi, account } as const;
  const { party, currency } = call;
  switch (call.what) {
    case "party":
      await client.simulateContract({
        ...contract,
        functionName: "claim",
        args: [party, currency],
      });
      break;
    case "line":
      await client.simulateContract({
        ...contract,
        functionName: "claimLine",
        args: [call.line, currency],
      });
      break;
    case "residual":
      await client.simulateContract({
        ...contract,
        functionName: "claimResidual",
        args: [currency, RESIDUAL_SEGMENTS],
      });
      break;
  }
}

/** What the wallet is asked to send. */
export function encodeClaim(call: ClaimCall): Hex {
  const { party, currency } = call;
  switch (call.what) {
    case "party":
      return encodeFunctionData({
        abi: programAbi,
        functionName: "claim",
        args: [party, currency],
      });
    case "line":
      return encodeFunctionData({
        abi: programAbi,
        functionName: "claimLine",
        args: [call.line, currency],
      });
    case "residual":
      return encodeFunctionData({
        abi: programAbi,
        functionName: "claimResidual",
        args: [currency, RESIDUAL_SEGMENTS],
      });
  }
}
