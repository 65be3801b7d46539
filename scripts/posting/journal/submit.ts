import { feesNow } from "./feesNow.ts";
import { handOut } from "./handOut.ts";
import { nextNonce } from "./nextNonce.ts";
import type { Posting } from "./Posting.ts";
import type { Call, Transaction } from "./Transaction.ts";
import { poorError, transmit } from "./transmit.ts";

/**
 * Gives a call a nonce, writes it down with what it posts, and only then sends it.
 * @param wanted The nonce, where what the call does is right with that one only; else the next.
 */
export async function submit(posting: Posting, call: Call, wanted?: number): Promise<Transaction> {
  const { journal, observe, program } = posting;
  const { client, recording } = program.chain;
  if (recording !== undefined) return handOut(posting, recording, call);
  const { account: address, gas, value } = call;
  const [fees, balance, plannedAt, nonce] = await Promise.all([
    feesNow(posting),
    client.getBalance({ address }),
    client.getBlockNumber(),
    wanted ?? nextNonce(posting, address),
  ]);
  if (balance < gas * fees.maxFee + value) {
    throw await poorError(posting, { ...call, attempts: [{ ...fees, hash: undefined }] });
  }
  const transaction = journal.plan({ call, nonce, fees, plannedAt });
  await observe(`${call.purpose}: planned`);
  // What the RPC answers is looked at by whoever settles it.
  return (await transmit(posting, transaction)).transaction;
}
