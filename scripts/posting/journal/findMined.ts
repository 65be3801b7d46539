import { type Hash, type TransactionReceipt, TransactionReceiptNotFoundError } from "viem";
import type { Posting } from "./Posting.ts";
import type { Mined, Transaction } from "./Transaction.ts";

/** A transaction in a block of the chain as it is now. */
export interface FoundTransaction {
  readonly receipt: TransactionReceipt;
  readonly where: Mined;
}

/** Looks for any attempt of a transaction on the chain. */
export async function findMined(
  posting: Posting,
  { attempts, mined }: Transaction,
): Promise<FoundTransaction | undefined> {
  const hashes = [mined?.hash, ...attempts.map(({ hash }) => hash)].filter(
    (hash) => hash !== undefined,
  );
  for (const hash of new Set(hashes)) {
    const found = await findByHash(posting, hash);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The receipt of a hash, if its block is one of the chain's: an RPC may still know that of a block that was left behind. */
export async function findByHash(
  { program }: Posting,
  hash: Hash,
): Promise<FoundTransaction | undefined> {
  const { client } = program.chain;
  const receipt = await client.getTransactionReceipt({ hash }).catch((error: unknown) => {
    if (error instanceof TransactionReceiptNotFoundError) return undefined;
    throw error;
  });
  if (receipt === undefined) return undefined;
  const { blockNumber: block, blockHash, gasUsed } = receipt;
  const canonical = await client.getBlock({ blockNumber: block }).catch(() => undefined);
  if (canonical?.hash !== blockHash) return undefined;
  return { receipt, where: { hash, block, blockHash, gasUsed } };
}
