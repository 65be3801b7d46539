import type { DuckDBConnection } from "@duckdb/node-api";
import { fillColumns } from "./fillColumns.ts";
import type { SaleAmounts } from "./Totals.ts";

/** The amounts of the sales `from ≤ place < to`. */
export async function readAmounts(
  connection: DuckDBConnection,
  from: number,
  to: number,
): Promise<SaleAmounts> {
  const currency = new Uint8Array(to - from);
  const low = new Uint32Array(to - from);
  const middle = new Uint32Array(to - from);
  const high = new Uint32Array(to - from);
  const sql = `SELECT currency, low, middle, high FROM sales WHERE rowid >= ${from} AND rowid < ${to}`;
  await fillColumns(connection, sql, [currency, low, middle, high]);
  return { first: from, currency, low, middle, high };
}
