import { type Hash, type TransactionReceipt, TransactionReceiptNotFoundError } from "viem";
import type { Reader } from "../../lib/site/openReader";

const PATIENCE = 180_000;
const MOST_FAILURES = 5;

/**
 * Asks for a transaction's receipt until it is there. Undefined where it is not after three minutes: the transaction may
 * still be mined. A node that fails five times in a row is given up with its error.
 */
export async function waitForReceipt(
  client: Reader,
  hash: Hash,
  every: number,
): Promise<TransactionReceipt | undefined> {
  const deadline = Date.now() + PATIENCE;
  let failures = 0;
  while (Date.now() < deadline) {
    try {
      return await client.getTransactionReceipt({ hash });
    } catch (error) {
      failures = error instanceof TransactionReceiptNotFoundError ? 0 : failures + 1;
      if (failures >= MOST_FAILURES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  return undefined;
}
