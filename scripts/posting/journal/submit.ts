import type { Hex } from "viem";
import { feesNow } from "./feesNow.ts";
import type { Posting } from "./Posting.ts";
import type { Call, Transaction } from "./Transaction.ts";
import { poorError, transmit } from "./transmit.ts";

/** Gives a call the next nonce, writes it down with what it posts, and only then sends it. */
export async function submit(
  posting: Posting,
  call: Call,
  items: readonly Hex[] = [],
): Promise<Transaction> {
  const { journal, observe, program } = posting;
  const { client } = program.chain;
  const { account: address, gas, value } = call;
  const [fees, balance, pending, plannedAt] = await Promise.all([
    feesNow(posting),
    client.getBalance({ address }),
    client.getTransactionCount({ address, blockTag: "pending" }),
    client.getBlockNumber(),
  ]);
  if (balance < gas * fees.maxFee + value) {
    throw await poorError(posting, { ...call, attempts: [{ ...fees, hash: undefined }] });
  }
  // Above what waits at the node, of whomever, and above what this journal has planned.
  const nonce = Math.max(pending, journal.nonceAbove(address));
  const transaction = journal.plan({ call, nonce, fees, plannedAt, items });
  await observe(`${call.purpose}: planned`);
  // What the RPC answers is looked at by whoever settles it.
  return (await transmit(posting, transaction)).transaction;
}
