import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

/** What a query of few rows finds. */
export async function readRows(
  connection: DuckDBConnection,
  query: string,
  values: DuckDBValue[] = [],
): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(query, values);
  return reader.getRowObjectsJS();
}
