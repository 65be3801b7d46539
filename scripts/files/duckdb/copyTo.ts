import type { DuckDBConnection } from "@duckdb/node-api";
import type { TableFormat } from "./formatOf.ts";
import { sqlText } from "./sqlText.ts";

const OPTIONS: Readonly<Record<TableFormat, string>> = {
  csv: "FORMAT csv, HEADER",
  jsonl: "FORMAT json",
  parquet: "FORMAT parquet",
};

/** Writes the texts that a query gives to a file, in the query's order. */
export async function copyTo(
  connection: DuckDBConnection,
  sql: string,
  file: string,
  format: TableFormat,
): Promise<void> {
  const select = format === "jsonl" ? "*" : "nullif(COLUMNS(*), '')";
  await connection.run(
    `COPY (SELECT ${select} FROM (${sql})) TO ${sqlText(file)} (${OPTIONS[format]})`,
  );
}
