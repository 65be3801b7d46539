import type { Address } from "viem";
import type { Posting } from "./Posting.ts";

/**
 * The nonce of the next transaction: one that was given up, so that it can never be used for what it was given to first; else
 * above what waits at the node, of whomever, and above what this journal has planned.
 */
export async function nextNonce({ journal, program }: Posting, address: Address): Promise<number> {
  const { client } = program.chain;
  const [used, pending] = await Promise.all([
    client.getTransactionCount({ address }),
    client.getTransactionCount({ address, blockTag: "pending" }),
  ]);
  return journal.freeNonce(address, used) ?? Math.max(pending, journal.nonceAbove(address));
}
