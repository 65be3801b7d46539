import type { Feed } from "./Feed.ts";
import { settle } from "./settle.ts";

/** Follows all open transactions to their end, in the order of their nonces: first into blocks, then until they are final. */
export async function settleAll(feed: Feed): Promise<void> {
  for (const open of feed.journal.openTransactions()) await settle(feed, open, "mined");
  for (const open of feed.journal.openTransactions()) await settle(feed, open, "final");
}
