import { readProgram } from "../../chain/readProgram.ts";
import { findRefunded } from "./findRefunded.ts";
import { type LaneStep, laneStep } from "./laneStep.ts";
import type { Posting } from "./Posting.ts";
import type { Transaction } from "./Transaction.ts";

/**
 * Those of some calls, in their order, that can have no effect any more: batches whose lane has gone on without them, and refunds
 * that others have made.
 */
export async function findStale(
  posting: Posting,
  transactions: readonly Transaction[],
): Promise<Transaction[]> {
  const heads = new Map<string, bigint>();
  const stale: Transaction[] = [];
  for (const transaction of transactions) {
    const step = laneStep(posting.program, transaction);
    if (step === undefined) {
      if ((await findRefunded(posting, transaction)).isMade) stale.push(transaction);
      continue;
    }
    const key = `${step.lane} ${step.currency}`;
    const head = heads.get(key) ?? (await headOf(posting, step));
    // A batch stands on the one that was handed out before it.
    if (step.head !== head) stale.push(transaction);
    heads.set(key, step.head === head ? step.next : head);
  }
  return stale;
}

async function headOf({ program }: Posting, { lane, currency }: LaneStep): Promise<bigint> {
  const [, , head] = await readProgram(program, "laneOf", [BigInt(lane), currency]);
  return head;
}
