import { TransactionNotFoundError } from "viem";
import { counted } from "../../../core/text/counted.ts";
import { findWaiting } from "./findByNonce.ts";
import { findMined } from "./findMined.ts";
import { itemsIn } from "./itemsIn.ts";
import type { Posting } from "./Posting.ts";
import type { Transaction } from "./Transaction.ts";

/**
 * Gives up what an earlier run has planned and no node has: its files may be others now, so what is sent is worked out anew.
 * The nonce stays the same, so that of both at most one is ever mined, wherever the first may turn up.
 */
export async function withdrawUnsent(posting: Posting): Promise<void> {
  const { journal, program, progress } = posting;
  let count = 0;
  for (const open of journal.openTransactions()) {
    if (open.state === "mined" || open.purpose === "fill") continue;
    const { account: address, nonce } = open;
    const used = await program.chain.client.getTransactionCount({ address });
    if (nonce < used || (await isKnown(posting, open))) continue;
    journal.failed(open, "withdrawn", undefined);
    count += itemsIn(open).length;
  }
  if (count > 0) {
    progress.note(
      `An earlier run ended before ${counted(count, "sale or refund was", "sales or refunds were")} sent. What is not sent is left to the files as they are now.`,
    );
  }
}

/** Whether the node has an attempt, mined or waiting; of one that a crash kept from telling its hash too. */
async function isKnown(posting: Posting, transaction: Transaction): Promise<boolean> {
  if ((await findMined(posting, transaction)) !== undefined) return true;
  const hashes = transaction.attempts.map(({ hash }) => hash).filter((hash) => hash !== undefined);
  for (const hash of hashes) {
    const found = await posting.program.chain.client
      .getTransaction({ hash })
      .catch((error: unknown) => {
        if (error instanceof TransactionNotFoundError) return undefined;
        throw error;
      });
    if (found !== undefined) return true;
  }
  return (await findWaiting(posting, transaction))?.isOurs ?? false;
}
