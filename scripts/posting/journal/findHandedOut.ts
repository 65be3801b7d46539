import type { Hash } from "viem";
import { counted } from "../../../core/text/counted.ts";
import { findByHead } from "./findByHead.ts";
import { findByHash } from "./findMined.ts";
import { findRefunded } from "./findRefunded.ts";
import { findStale } from "./findStale.ts";
import { itemsIn } from "./itemsIn.ts";
import type { Posting } from "./Posting.ts";
import { passOverSkipped } from "./passOverSkipped.ts";
import { refuseFalseReceipt } from "./refuseFalseReceipt.ts";
import type { Transaction } from "./Transaction.ts";

/**
 * Looks on the chain for calls that somebody else was to make: batches by the head that they leave, refunds by their ids. What can
 * have no effect any more, since others have done the same, is given up.
 */
export async function findHandedOut(posting: Posting): Promise<void> {
  const { journal, progress } = posting;
  for (const transaction of journal.handedOut()) {
    const hash = await findPosted(posting, transaction);
    const found = hash === undefined ? undefined : await findByHash(posting, hash);
    if (found === undefined) continue;
    refuseFalseReceipt(posting, transaction, found.receipt);
    const mined = journal.mined(transaction, found.where);
    passOverSkipped(posting, mined, found.receipt);
    posting.done.set(mined.id, mined);
  }
  const stale = await findStale(posting, journal.handedOut());
  for (const transaction of stale) journal.failed(transaction, "replaced", undefined);
  const count = stale.flatMap(itemsIn).length;
  if (count === 0) return;
  progress.note(
    `${counted(count, "sale or refund that was", "sales or refunds that were")} handed out can have no effect any more, for others were made since. What is not on the chain is planned anew.`,
  );
}

async function findPosted(posting: Posting, transaction: Transaction): Promise<Hash | undefined> {
  return transaction.purpose === "post"
    ? findByHead(posting, transaction)
    : (await findRefunded(posting, transaction)).together;
}
