import type { DuckDBConnection } from "@duckdb/node-api";
import type { TableSource } from "./tableSource.ts";

export interface KeptSource extends TableSource {
  /** The place of a row in its file, from 0. */
  readonly place: string;
}

/** A source that costs little to read several times: Parquet stays where it lies, what has to be parsed becomes a table. */
export async function keptSource(
  connection: DuckDBConnection,
  source: TableSource,
  table: string,
): Promise<KeptSource> {
  if (source.format === "parquet") return { ...source, place: "file_row_number" };
  await connection.run(`CREATE TABLE ${table} AS SELECT * FROM ${source.relation}`);
  return { ...source, relation: table, place: "rowid" };
}
