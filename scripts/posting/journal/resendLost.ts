import { findMined } from "./findMined.ts";
import type { Posting } from "./Posting.ts";
import { settleAll } from "./settleAll.ts";

/**
 * Whether a reorganisation threw out a transaction that was mined, on which later ones rest: an approval, or funds. If so,
 * sees it and all others to their end.
 */
export async function resendLost(posting: Posting): Promise<boolean> {
  const mined = posting.journal.openTransactions().filter(({ state }) => state === "mined");
  for (const transaction of mined) {
    if ((await findMined(posting, transaction)) !== undefined) continue;
    await settleAll(posting);
    return true;
  }
  return false;
}
