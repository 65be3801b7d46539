import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { Posting } from "../journal/Posting.ts";
import { summarizeRun } from "../journal/summarizeRun.ts";
import type { DifferingSale } from "./findDiffering.ts";
import { findUncredited } from "./findUncredited.ts";
import type { PostingOutcome } from "./postPending.ts";
import type { RecordedSales } from "./recordSales.ts";
import type { Funded } from "./workOutFunding.ts";

export interface PostSalesResult {
  /** Sales of the file that transactions of this run have posted. */
  readonly posted: number;
  readonly alreadyPosted: number;
  /** Sales of the file that have no credit though a role is paid for their kind. */
  readonly uncredited: number;
  readonly transactions: number;
  readonly gasUsed: bigint;
  /** Sales that an earlier run had sent, that were posted in this one, and that the file does not have. */
  readonly recovered: readonly string[];
  /** What was added to the program's funds for it. */
  readonly funded: readonly Funded[];
  /** Sales that are posted otherwise than the file says. */
  readonly differing: readonly DifferingSale[];
  /** What the program does not take, in the order of the file. */
  readonly refused: readonly RefusedRow[];
}

/** What a run of `sales post` has done, and what it found done. */
export function summarizePosting(
  posting: Posting,
  seen: RecordedSales,
  { funded, differing, refused: tried }: PostingOutcome,
): PostSalesResult {
  const { done, handedOut, recovered, transactions, gasUsed } = summarizeRun(
    posting,
    "post",
    seen.ids,
  );
  const posted = seen.listed.filter(({ id }) => done.has(id)).length;
  const refused = [...seen.refused, ...tried].sort((a, b) => a.line - b.line);
  return {
    ...{ posted, alreadyPosted: seen.ids.size - posted - handedOut - refused.length, refused },
    uncredited: findUncredited(posting.program.terms, seen.listed).length,
    ...{ transactions, gasUsed, differing, recovered },
    funded: sumFunded(funded),
  };
}

function sumFunded(parts: readonly Funded[]): Funded[] {
  const sums = new Map<number, Funded>();
  for (const { currency, amount } of parts) {
    const sum = amount + (sums.get(currency.index)?.amount ?? 0n);
    sums.set(currency.index, { currency, amount: sum });
  }
  return [...sums.values()];
}
