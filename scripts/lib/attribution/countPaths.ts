import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountedPaths } from "./CountedPaths.ts";
import { fillColumns } from "./fillColumns.ts";
import type { ModelParameters } from "./ModelParameters.ts";
import { countsSql } from "./pathSql.ts";

export interface PeriodPaths {
  /** Which period, counted from 1970; 0 where all is one. */
  readonly period: number;
  readonly paths: CountedPaths;
}

/**
 * Counts, by period, the paths that led to sales and those that led to none: the touches of a customer that count for no
 * sale are one path, in the period of the last of them.
 * @param players How many there are.
 */
export async function countPaths(
  connection: DuckDBConnection,
  { by, lookback, period }: ModelParameters,
  players: number,
): Promise<PeriodPaths[]> {
  const periodOf = (time: string) => (period === undefined ? "0" : `${time} // ${period}`);
  const player = by === "channel" ? "c.number" : "p.player";
  const numbered =
    by === "channel"
      ? "channels c ON c.channel = t.channel"
      : `(SELECT *, CAST(dense_rank() OVER (ORDER BY partner) - 1 AS INTEGER) AS player FROM parties) p
         ON p.partner = t.partner AND p.role = t.role`;
  const steps = `list(${player} ORDER BY t.seconds, t.place)`;
  await connection.run(`CREATE OR REPLACE TABLE paths AS
    SELECT period, steps, sum(conversions)::DOUBLE AS conversions, sum(nulls)::DOUBLE AS nulls FROM (
      SELECT ${periodOf("any_value(s.seconds)")} AS period, ${steps} AS steps, 1 AS conversions, 0 AS nulls
      FROM touches t JOIN ${numbered} JOIN (SELECT rowid AS sale, * FROM sales) s ON ${countsSql(lookback)}
      GROUP BY s.sale
      UNION ALL
      SELECT ${periodOf("max(t.seconds)")}, ${steps}, 0, 1
      FROM touches t JOIN ${numbered}
      WHERE NOT EXISTS (SELECT 1 FROM sales s WHERE ${countsSql(lookback)})
      GROUP BY t.customer_id)
    GROUP BY period, steps ORDER BY period, steps`);
  const found = await connection.runAndReadAll(
    "SELECT period, count(*), sum(len(steps)) FROM paths GROUP BY period ORDER BY period",
  );
  const periods: PeriodPaths[] = [];
  for (const [number, rows, length] of found.getRows()) {
    const size = { rows: Number(rows), steps: Number(length) };
    periods.push({
      period: Number(number),
      paths: await readPeriod(connection, Number(number), players, size),
    });
  }
  return periods;
}

async function readPeriod(
  connection: DuckDBConnection,
  period: number,
  channels: number,
  size: { readonly rows: number; readonly steps: number },
): Promise<CountedPaths> {
  const steps = new Int32Array(size.steps);
  const ends = new Int32Array(size.rows);
  const conversions = new Float64Array(size.rows);
  const nulls = new Float64Array(size.rows);
  const where = `FROM paths WHERE period = ${period}`;
  await fillColumns(connection, `SELECT unnest(steps) ${where}`, [steps]);
  const lengths = `CAST(sum(len(steps)) OVER (ORDER BY rowid) AS INTEGER)`;
  await fillColumns(connection, `SELECT ${lengths}, conversions, nulls ${where} ORDER BY rowid`, [
    ends,
    conversions,
    nulls,
  ]);
  return { channels, steps, ends, conversions, nulls };
}
