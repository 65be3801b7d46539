import type { Hex } from "viem";
import type { Posting } from "./Posting.ts";

export interface RunSummary {
  /** Ids of what was posted or refunded. */
  readonly done: ReadonlySet<Hex>;
  readonly transactions: number;
  readonly gasUsed: bigint;
}

/** What transactions of this run have done, those that it only saw to their end among them. */
export function summarizeRun({ journal, done }: Posting, purpose: "post" | "refund"): RunSummary {
  const transactions = [...done.keys()]
    .map((id) => journal.transaction(id))
    .filter((one) => one.purpose === purpose && one.state === "final");
  return {
    done: new Set(transactions.flatMap((one) => journal.itemsOf(one))),
    transactions: transactions.length,
    gasUsed: transactions.reduce((sum, { mined }) => sum + (mined?.gasUsed ?? 0n), 0n),
  };
}
