import type { Address } from "viem";
import type { Posting } from "./Posting.ts";
import { submit } from "./submit.ts";
import type { Transaction } from "./Transaction.ts";

/** What an empty transaction of an account takes, and more than that where the account has code. */
const GAS = 60_000n;

/**
 * Uses a nonce that nothing uses, by a transaction of the account to itself that moves nothing: what waits behind it at the
 * node goes on.
 */
export async function fillGap(
  posting: Posting,
  account: Address,
  nonce: number,
): Promise<Transaction> {
  posting.progress.note(
    `Nothing uses the nonce ${nonce} of ${account} any more: it is used for a transaction that does nothing, so that no later one waits for it.`,
  );
  const call = { purpose: "fill", account, to: account, value: 0n, data: "0x", gas: GAS } as const;
  return submit(posting, call, nonce);
}
