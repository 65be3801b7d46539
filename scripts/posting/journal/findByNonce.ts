import type { Hash, Transaction as OnChain } from "viem";
import type { Posting } from "./Posting.ts";
import type { Transaction } from "./Transaction.ts";

/** What took a nonce. */
export interface NonceUser {
  readonly hash: Hash;
  /** It is an attempt of ours, sent before a crash could tell its hash, or with other fees by the wallet's owner. */
  readonly isOurs: boolean;
}

/**
 * Finds the mined transaction that used a nonce, in the block in which the account's count of transactions passed it.
 * Undefined where the RPC does not remember counts that far back.
 */
export async function findByNonce(
  { program }: Posting,
  transaction: Transaction,
): Promise<NonceUser | undefined> {
  const { client } = program.chain;
  const { account, nonce, plannedAt } = transaction;
  const isUsedBy = async (blockNumber: bigint) =>
    (await client.getTransactionCount({ address: account, blockNumber })) > nonce;
  try {
    let low = plannedAt;
    let high = await client.getBlockNumber();
    while (low < high) {
      const middle = (low + high) / 2n;
      if (await isUsedBy(middle)) high = middle;
      else low = middle + 1n;
    }
    const { transactions } = await client.getBlock({ blockNumber: low, includeTransactions: true });
    return userAmong(transactions, transaction);
  } catch {
    return undefined;
  }
}

/** What a node is about to use a nonce for, as far as it tells. */
export async function findWaiting(
  { program }: Posting,
  transaction: Transaction,
): Promise<NonceUser | undefined> {
  const pending = { blockTag: "pending", includeTransactions: true } as const;
  const block = await program.chain.client.getBlock(pending).catch(() => undefined);
  return block && userAmong(block.transactions, transaction);
}

function userAmong(
  transactions: readonly Pick<OnChain, "from" | "nonce" | "to" | "input" | "value" | "hash">[],
  { account, nonce, to, data, value }: Transaction,
): NonceUser | undefined {
  const user = transactions.find(
    (one) => one.from.toLowerCase() === account.toLowerCase() && one.nonce === nonce,
  );
  if (user === undefined) return undefined;
  const isOurs =
    user.to?.toLowerCase() === to.toLowerCase() && user.input === data && user.value === value;
  return { hash: user.hash, isOurs };
}
