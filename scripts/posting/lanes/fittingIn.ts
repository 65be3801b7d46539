import { type BatchSale, HEADER_BYTES, PARTNER_BYTES } from "../../../core/batches/Batch.ts";
import { sizeOfSale } from "../../../core/batches/sizeOfSale.ts";
import type { Companions } from "./companionsOf.ts";
import type { Fitting } from "./nextBatch.ts";

/** Bytes of sales in a transaction: nodes pass on 128 KiB, signature and call included. */
const MOST_BYTES = 120_000;
/** No transaction may take more gas than 2^24 (EIP-7825). */
export const MOST_GAS = 1n << 24n;
/** Gas that is planned with; what is left covers what the plan does not know. */
const GAS_GOAL = 13_000_000n;

/** At least what a batch takes by itself, a sale, a line, and everyone whom lines go to, bytes aside. */
const BATCH_GAS = 300_000n;
const SALE_GAS = 3_500n;
const LINE_GAS = 1_700n;
const PARTNER_GAS = 30_000n;
/** A byte of data costs at least this (EIP-7623), where none is zero. */
const BYTE_GAS = 40n;

/** Grows with the sales of a batch. */
interface Measure {
  readonly bytes: number;
  readonly gas: bigint;
}

/**
 * How many sales fit one batch: by the bytes that they take, and by their gas.
 * @param most At most so many.
 * @param ratio By how much gas is known to be above or below what is planned, in percent.
 */
export function fittingIn(companions: Companions, most: number, ratio: bigint): Fitting<BatchSale> {
  return (sales) => {
    const add = measure(companions);
    for (const [index, sale] of sales.entries()) {
      const { bytes, gas } = add(sale);
      const isFull = bytes > MOST_BYTES || (gas * ratio) / 100n > GAS_GOAL;
      if (index >= most || isFull) return index;
    }
    return sales.length;
  };
}

/** What a batch of sales is planned to take at most. */
export function plannedGas(companions: Companions, sales: readonly BatchSale[]): bigint {
  const add = measure(companions);
  return sales.reduce((_, sale) => add(sale).gas, 0n);
}

function measure(companions: Companions): (sale: BatchSale) => Measure {
  const partners = new Set<number>();
  let bytes = HEADER_BYTES;
  let gas = BATCH_GAS;
  return (sale) => {
    const before = partners.size;
    const credited = new Set(sale.credits.map(({ partner }) => partner));
    for (const partner of [...credited, ...companions(credited)]) partners.add(partner);
    const added = partners.size - before;
    const own = sizeOfSale(sale) + PARTNER_BYTES * added;
    bytes += own;
    gas += SALE_GAS + LINE_GAS * BigInt(sale.credits.length * 2) + PARTNER_GAS * BigInt(added);
    gas += BYTE_GAS * BigInt(own);
    return { bytes, gas };
  };
}
