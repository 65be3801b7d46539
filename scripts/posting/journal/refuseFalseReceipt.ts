import type { TransactionReceipt } from "viem";
import { SALE_POSTED } from "../../../core/batches/leafOf.ts";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { itemsIn } from "./itemsIn.ts";
import type { Posting } from "./Posting.ts";
import type { Transaction } from "./Transaction.ts";

/** Refuses a receipt that tells of success but not of every sale or refund that was sent. */
export function refuseFalseReceipt(
  { program }: Posting,
  transaction: Transaction,
  { logs, transactionHash }: TransactionReceipt,
): void {
  const wanted = itemsIn(transaction);
  if (wanted.length === 0) return;
  const own = logs.filter(({ address }) => address.toLowerCase() === program.address.toLowerCase());
  const told = new Set<unknown>(
    transaction.purpose === "post"
      ? own.filter(({ topics }) => topics[0] === SALE_POSTED).map(({ topics }) => topics[1])
      : decodeEventsNamed(own, ["SaleRefunded", "RefundSkipped"]).map(({ args }) => args.refundId),
  );
  const missing = wanted.filter((id) => !told.has(id));
  if (missing.length === 0) return;
  throw new TributaryError(
    `The RPC says that the transaction ${transactionHash} succeeded, but its receipt lacks ${missing.length} of the ${wanted.length} items that were sent with it.`,
    { todo: "Do not trust this RPC: run this again with another one." },
  );
}
