import { nextTag } from "@core/batches/nextTag";
import { toId } from "@core/ids/toId";
import type { LedgerSale } from "@core/ledger/Ledger";
import { decodeEventsNamed } from "@core/logs/decodeEventsNamed";
import { programAbi } from "@generated/abis/Program";
import { type Address, encodeFunctionData, zeroHash } from "viem";
import type { HistoryLink } from "../../history/HistoryLink";
import type { ContractCall } from "../transaction/ContractCall";

export interface WantedRefund {
  /** The external id, as the shop's records have it. */
  readonly id: string;
  readonly amount: bigint;
  readonly reason: string;
}

/** `refund` of one sale. It counts only if no other refund of the sale came first that the page did not know of. */
export function refundOf(
  program: Address,
  past: HistoryLink,
  { at, refunds }: LedgerSale,
  { id, amount, reason }: WantedRefund,
): ContractCall<undefined> {
  const tag = refunds.reduce((before, refund) => nextTag(before, refund.id), 0n);
  return {
    to: program,
    encode: async () => {
      const sale = await past.ask("shownSale", [at]);
      const refund = { sale, id: toId(id), tag, amount, reason };
      return encodeFunctionData({
        ...{ abi: programAbi, functionName: "refund", args: [[refund], zeroHash] },
      });
    },
    outcomeOf: ({ logs, transactionHash: hash }) => {
      if (decodeEventsNamed(logs, ["SaleRefunded"]).length > 0)
        return { step: "confirmed", hash, result: undefined };
      const why = {
        cause: "failed",
        title: "Nothing was refunded",
        detail:
          "Another refund of this sale came first, so this one was passed over. Look at what is left of the sale, then try again.",
      } as const;
      return { step: "failed", hash, why };
    },
  };
}
