import { fillGap } from "./fillGap.ts";
import type { Posting } from "./Posting.ts";
import { settle } from "./settle.ts";

/**
 * Uses up the nonces of transactions that an RPC took, that it lost, and that this run had nothing to send in place of: a node
 * that still has one of them can do nothing with it then.
 */
export async function fillFreeNonces(posting: Posting): Promise<void> {
  const { account: address, journal, program } = posting;
  for (;;) {
    const used = await program.chain.client.getTransactionCount({ address });
    const nonce = journal.freeNonce(address, used);
    if (nonce === undefined || !journal.wasTaken(address, nonce)) return;
    await settle(posting, await fillGap(posting, address, nonce), "mined");
  }
}
