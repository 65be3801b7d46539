import type { DuckDBConnection } from "@duckdb/node-api";
import type { TableSource } from "./tableSource.ts";

/**
 * A source that costs little to read several times, in the same order: Parquet stays where it lies, what has to be parsed
 * becomes a table with `rowid` as the place of a row.
 */
export async function keptSource(
  connection: DuckDBConnection,
  source: TableSource,
  table: string,
): Promise<TableSource> {
  if (source.format === "parquet") return source;
  await connection.run(`CREATE TABLE ${table} AS SELECT * FROM ${source.relation}`);
  return { ...source, relation: table };
}
