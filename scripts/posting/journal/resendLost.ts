import type { Feed } from "./Feed.ts";
import { findMined } from "./findMined.ts";
import { settleAll } from "./settleAll.ts";

/**
 * Whether a reorganisation threw out a transaction that was mined, on which later ones rest: an approval, or funds. If so,
 * sees it and all others to their end.
 */
export async function resendLost(feed: Feed): Promise<boolean> {
  const mined = feed.journal.openTransactions().filter(({ state }) => state === "mined");
  for (const transaction of mined) {
    if ((await findMined(feed, transaction)) !== undefined) continue;
    await settleAll(feed);
    return true;
  }
  return false;
}
