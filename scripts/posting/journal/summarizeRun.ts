import type { Hex } from "viem";
import { itemsIn } from "./itemsIn.ts";
import type { Posting } from "./Posting.ts";

export interface RunSummary {
  /** Ids of what was posted or refunded. */
  readonly done: ReadonlySet<Hex>;
  /** How many of the file were handed out, and are not on the chain yet. */
  readonly handedOut: number;
  /** Names of those among them that no row of the file has: an earlier run had sent them. */
  readonly recovered: readonly string[];
  readonly transactions: number;
  readonly gasUsed: bigint;
}

/** What transactions of this run have done, those that it only saw to their end among them. */
export function summarizeRun(
  { journal, done }: Posting,
  purpose: "post" | "refund",
  file: ReadonlySet<Hex>,
): RunSummary {
  const transactions = [...done.keys()]
    .map((id) => journal.transaction(id))
    .filter((one) => one.purpose === purpose && one.state === "final");
  const ids = transactions.flatMap(itemsIn);
  const strange = ids.filter((id) => !file.has(id));
  const open = journal.handedOut().filter((one) => one.purpose === purpose);
  const handedOut = new Set(open.flatMap(itemsIn).filter((id) => file.has(id))).size;
  return {
    handedOut,
    done: new Set(ids),
    recovered: journal.namesOf(purpose === "post" ? "sale" : "refund", strange),
    transactions: transactions.length,
    gasUsed: transactions.reduce((sum, { mined }) => sum + (mined?.gasUsed ?? 0n), 0n),
  };
}
