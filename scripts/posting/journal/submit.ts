import type { Hex } from "viem";
import type { Feed } from "./Feed.ts";
import { feesNow } from "./feesNow.ts";
import type { Call, Transaction } from "./Transaction.ts";
import { poorError, transmit } from "./transmit.ts";

/** Gives a call the next nonce, writes it down with what it posts, and only then sends it. */
export async function submit(
  feed: Feed,
  call: Call,
  items: readonly Hex[] = [],
): Promise<Transaction> {
  const { journal, observe, program } = feed;
  const { client } = program.chain;
  const { account: address, gas, value } = call;
  const [fees, balance, pending, plannedAt] = await Promise.all([
    feesNow(feed),
    client.getBalance({ address }),
    client.getTransactionCount({ address, blockTag: "pending" }),
    client.getBlockNumber(),
  ]);
  if (balance < gas * fees.maxFee + value) {
    throw await poorError(feed, { ...call, attempts: [{ ...fees, hash: undefined }] });
  }
  // Above what waits at the node, of whomever, and above what this journal has planned.
  const nonce = Math.max(pending, journal.nonceAbove(address));
  const transaction = journal.plan({ call, nonce, fees, plannedAt, items });
  await observe(`${call.purpose}: planned`);
  // What the RPC answers is looked at by whoever settles it.
  return (await transmit(feed, transaction)).transaction;
}
