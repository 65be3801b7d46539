import { HEAD, splitFields } from "@core/batches/fields";
import { SALE_POSTED } from "@core/batches/leafOf";
import { readPosted } from "@core/batches/readPosted";
import { type ShownSale, showSales } from "@core/batches/showSales";
import type { Ledger, LedgerSale } from "@core/ledger/Ledger";
import { REATTRIBUTED } from "@core/ledger/SaleBook";
import { splitPlace } from "@core/ledger/salePlace";
import { type Log, zeroHash } from "viem";

/**
 * A sale as the program's views and `voidDuplicate` take it, with the path that proves it of its batch.
 *
 * @param logs All of the block in which it was posted.
 * @throws {BatchFormError} Where the node left out or changed a log of the batch.
 */
export function showSale(ledger: Ledger, logs: readonly Log[], sale: LedgerSale): ShownSale {
  const { id, at, head, words } = sale;
  const isReattributed = ledger.disputes.get(at)?.ruling?.state === REATTRIBUTED;
  if (isReattributed) return { id, head, words, proof: [] };
  const { batch, place } = splitPlace(at);
  const posted = logs.filter((log) => isSibling(log, sale) && batchOf(log) === batch);
  const root = ledger.batches.find((one) => one.batch === batch)?.root ?? zeroHash;
  return showSales(posted, root)(place);
}

/** One transaction may post several batches. */
function isSibling({ topics, transactionHash }: Log, { place }: LedgerSale): boolean {
  return topics[0] === SALE_POSTED && transactionHash === place.transaction;
}

function batchOf(log: Log): number {
  return Number(splitFields(readPosted(log).head, HEAD)(HEAD.batch));
}
