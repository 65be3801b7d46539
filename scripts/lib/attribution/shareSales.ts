import { eachSale } from "./eachSale.ts";
import type { OpenFiles } from "./openFiles.ts";
import { pathSql } from "./pathSql.ts";
import { readAmounts } from "./readAmounts.ts";
import { type PathBatch, readPaths } from "./readPaths.ts";
import type { SaleAmounts, Totals } from "./Totals.ts";
import type { ShareTouches } from "./Touches.ts";

/** A model, and where what it gives is added up. */
interface RunningModel {
  readonly share: ShareTouches;
  readonly totals: Totals;
}

export interface ShareSalesParameters {
  readonly lookback: number | undefined;
  /** The group of each party; undefined where the groups are channels. */
  readonly groupOf: Int32Array | undefined;
  /** Models that are worked out side by side, in one reading of the files. */
  readonly models: readonly RunningModel[];
  /** Told how many sales more are done. */
  readonly onSales?: (done: number) => void;
  /** Told each batch with the last model's shares of it. */
  readonly onShares?: ((batch: PathBatch, shares: Int32Array) => Promise<void>) | undefined;
}

/** Runs models over all sales, slice by slice. Returns the number of sales with touches. */
export async function shareSales(
  { database, slices }: OpenFiles,
  { lookback, groupOf, models, onSales, onShares }: ShareSalesParameters,
): Promise<number> {
  const { connection } = database;
  let attributed = 0;
  let shares = new Int32Array(0);
  for (const [from, to] of slices) {
    const amounts = await readAmounts(connection, from, to);
    const sql = pathSql({ lookback, from, to, withChannel: groupOf === undefined });
    let done = from;
    for await (const batch of readPaths(connection, sql, groupOf)) {
      if (batch.length > shares.length) shares = new Int32Array(2 * batch.length);
      for (const model of models) attributed += shareBatch(batch, model, amounts, shares);
      await onShares?.(batch, shares);
      const next = (batch.touches.sales[batch.length - 1] as number) + 1;
      onSales?.(next - done);
      done = next;
    }
    onSales?.(to - done);
  }
  return attributed / models.length;
}

function shareBatch(
  batch: PathBatch,
  { share, totals }: RunningModel,
  amounts: SaleAmounts,
  shares: Int32Array,
): number {
  const { touches } = batch;
  let count = 0;
  eachSale(batch, (sale, from, to) => {
    share(touches, from, to, shares);
    totals.add(sale, amounts, touches.parties, shares, from, to);
    count += 1;
  });
  return count;
}
