import { decodeEventsNamed } from "@core/logs/decodeEventsNamed";
import { sum } from "@core/money/sum";
import { programAbi } from "@generated/abis/Program";
import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hex,
  type TransactionReceipt,
} from "viem";
import { RESIDUAL_SEGMENTS } from "../chain/residualSegments";
import type { ContractCall } from "../transaction/ContractCall";
import type { TransactionState } from "../transaction/TransactionState";
import type { ClaimCall } from "./ClaimCall";

/** What it paid. */
type Paid = bigint;

/** A claim as a call of its program. */
export function claimOf(program: Address, call: ClaimCall): ContractCall<Paid> {
  return {
    to: program,
    encode: () => encodeClaim(call),
    outcomeOf: (receipt) => outcome(receipt, call),
  };
}

function encodeClaim(call: ClaimCall): Hex {
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

function outcome(
  { logs, transactionHash: hash }: TransactionReceipt,
  { party, currency }: ClaimCall,
): TransactionState<Paid> {
  const ours = decodeEventsNamed(logs, ["Claimed", "ClaimFailed"]).filter(
    ({ args }) => args.party === getAddress(party) && args.currency === currency,
  );
  if (ours.some(({ eventName }) => eventName === "ClaimFailed")) {
    const why = {
      cause: "failed",
      title: "The payment did not succeed",
      detail:
        "This address does not accept it. The balance is kept; its owner can sign a claim to another address.",
    } as const;
    return { step: "failed", hash, why };
  }
  return { step: "confirmed", hash, result: sum(ours.map(({ args }) => args.amount)) };
}
