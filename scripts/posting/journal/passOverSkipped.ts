import type { TransactionReceipt } from "viem";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import { counted } from "../../../core/text/counted.ts";
import { printable } from "../../../core/text/printable.ts";
import type { Posting } from "./Posting.ts";
import type { Transaction } from "./Transaction.ts";

/** Tells of refunds that the program skipped, and leaves them to the next look at the chain: it shows which are made already. */
export function passOverSkipped(
  { journal, program, progress }: Posting,
  transaction: Transaction,
  { logs }: TransactionReceipt,
): void {
  if (transaction.purpose !== "refund") return;
  const own = logs.filter(({ address }) => address.toLowerCase() === program.address.toLowerCase());
  const skipped = decodeEventsNamed(own, ["RefundSkipped"]).map(({ args }) => args.refundId);
  if (skipped.length === 0) return;
  const names = journal.namesOf("refund", skipped).map(printable);
  journal.passedOver(transaction, skipped);
  progress.note(
    `The program passed over ${counted(skipped.length, "refund")}, for others of the same sales were made since they were planned: ${names.join(", ")}. Those that are not made yet are planned anew.`,
  );
}
