import type { DuckDBConnection } from "@duckdb/node-api";
import { readColumns } from "../files/duckdb/readColumns.ts";
import type { CountedPaths } from "./CountedPaths.ts";
import { countsSql } from "./countsSql.ts";
import type { ModelParameters } from "./models/ModelParameters.ts";

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
  const partners = `JOIN (
    SELECT party, CAST(dense_rank() OVER (ORDER BY player) - 1 AS INTEGER) AS player
    FROM (SELECT DISTINCT party, player FROM parties)
  ) p ON p.party = t.party`;
  const [player, named] = by === "channel" ? ["t.channel", ""] : ["p.player", partners];
  const steps = `list(${player} ORDER BY t.seconds, t.place)`;
  await connection.run(`CREATE OR REPLACE TABLE paths AS
    SELECT period, steps, sum(conversions)::DOUBLE AS conversions, sum(nulls)::DOUBLE AS nulls FROM (
      SELECT ${periodOf("any_value(s.seconds)")} AS period, ${steps} AS steps, 1 AS conversions, 0 AS nulls
      FROM touches t ${named} JOIN sales s ON ${countsSql(lookback)}
      GROUP BY s.place
      UNION ALL
      SELECT ${periodOf("max(t.seconds)")}, ${steps}, 0, 1
      FROM touches t ${named}
      WHERE NOT EXISTS (SELECT 1 FROM sales s WHERE ${countsSql(lookback)})
      GROUP BY t.customer)
    GROUP BY period, steps ORDER BY period, steps`);
  const found = await connection.runAndReadAll("SELECT DISTINCT period FROM paths ORDER BY period");
  const periods: PeriodPaths[] = [];
  for (const [number] of found.getRows()) {
    const period = Number(number);
    periods.push({ period, paths: await readPeriod(connection, period, players) });
  }
  return periods;
}

async function readPeriod(
  connection: DuckDBConnection,
  period: number,
  channels: number,
): Promise<CountedPaths> {
  const where = `FROM paths WHERE period = ${period}`;
  const [steps] = await readColumns(connection, `SELECT unnest(steps) ${where}`, [Int32Array]);
  const lengths = `CAST(sum(len(steps)) OVER (ORDER BY rowid) AS INTEGER)`;
  const [ends, conversions, nulls] = await readColumns(
    connection,
    `SELECT ${lengths}, conversions, nulls ${where} ORDER BY rowid`,
    [Int32Array, Float64Array, Float64Array],
  );
  return { channels, steps, ends, conversions, nulls };
}
