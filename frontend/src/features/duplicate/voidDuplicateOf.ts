import type { ShownSale } from "@core/batches/showSales";
import type { LedgerSale } from "@core/ledger/Ledger";
import { decodeEventsNamed } from "@core/logs/decodeEventsNamed";
import { programAbi } from "@generated/abis/Program";
import { type Address, encodeFunctionData } from "viem";
import type { HistoryLink } from "../../history/HistoryLink";
import type { ContractCall } from "../transaction/ContractCall";

/** What became of the duplicate. */
type Fate = "void" | "frozen";

/** `voidDuplicate` of two sales, shown with their proofs. */
export function voidDuplicateOf(
  program: Address,
  past: HistoryLink,
  standing: LedgerSale,
  duplicate: LedgerSale,
): ContractCall<Fate> {
  return {
    to: program,
    encode: async () => {
      const show = ({ at }: LedgerSale): Promise<ShownSale> => past.ask("shownSale", [at]);
      const args = await Promise.all([show(standing), show(duplicate)]);
      return encodeFunctionData({ abi: programAbi, functionName: "voidDuplicate", args });
    },
    outcomeOf: ({ logs, transactionHash: hash }) => {
      const isVoid = decodeEventsNamed(logs, ["DisputeSettled"]).length > 0;
      return { step: "confirmed", hash, result: isVoid ? "void" : "frozen" };
    },
  };
}
