import type { Posting } from "./Posting.ts";
import { settle } from "./settle.ts";

/** Follows all open transactions to their end, in the order of their nonces: first into blocks, then until they are final. */
export async function settleAll(posting: Posting): Promise<void> {
  for (const open of posting.journal.openTransactions()) await settle(posting, open, "mined");
  for (const open of posting.journal.openTransactions()) await settle(posting, open, "final");
}
