import { closeSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { openPart } from "../table/openPart.ts";
import { formatOf } from "./formatOf.ts";
import { sqlText } from "./sqlText.ts";

const OPTIONS = {
  csv: "FORMAT csv, HEADER",
  jsonl: "FORMAT json",
  parquet: "FORMAT parquet",
};

/**
 * Writes the texts that a query gives, in its order: JSON lines or Parquet by the file's name, else CSV. The file comes into its place when it
 * is whole.
 */
export async function writeQuery(
  connection: DuckDBConnection,
  sql: string,
  file: string,
): Promise<void> {
  const { path, descriptor } = openPart(file);
  closeSync(descriptor);
  const format = formatOf(file);
  const select = format === "jsonl" ? "*" : "nullif(COLUMNS(*), '')";
  try {
    await connection.run(
      `COPY (SELECT ${select} FROM (${sql})) TO ${sqlText(path)} (${OPTIONS[format]})`,
    );
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  await rename(path, file);
}
