import type { LedgerSale } from "@core/ledger/Ledger";
import { decodeEventsNamed } from "@core/logs/decodeEventsNamed";
import { programAbi } from "@generated/abis";
import { type Address, encodeFunctionData } from "viem";
import { showSale } from "../chain/showSale";
import type { LedgerState } from "../chain/useLedger";
import type { ContractCall } from "../transaction/ContractCall";

/** What became of the duplicate. */
type Fate = "void" | "frozen";

/** `voidDuplicate` of two sales, shown with their proofs. */
export function voidDuplicateOf(
  program: Address,
  state: LedgerState,
  standing: LedgerSale,
  duplicate: LedgerSale,
): ContractCall<Fate> {
  return {
    to: program,
    encode: () =>
      encodeFunctionData({
        abi: programAbi,
        functionName: "voidDuplicate",
        args: [showSale(state, standing), showSale(state, duplicate)],
      }),
    outcomeOf: ({ logs, transactionHash: hash }) => {
      const isVoid = decodeEventsNamed(logs, ["DisputeSettled"]).length > 0;
      return { step: "confirmed", hash, result: isVoid ? "void" : "frozen" };
    },
  };
}
