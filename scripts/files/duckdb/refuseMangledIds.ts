import type { DuckDBConnection } from "@duckdb/node-api";
import type { TableFormat } from "./formatOf.ts";
import { mangledIdSql, roundedIdsSql } from "./mangledIdSql.ts";

/** Where ids are, as SQL reads them. */
export interface IdTexts {
  readonly format: TableFormat;
  /** What comes after FROM. */
  readonly relation: string;
  readonly texts: readonly string[];
}

/** Throws where some ids may be numbers that lost digits; the readers of rows say which. */
export async function refuseMangledIds(
  connection: DuckDBConnection,
  { format, relation, texts }: IdTexts,
): Promise<void> {
  const conditions = texts.map(
    (text) =>
      `coalesce(bool_or(${mangledIdSql(format, text)}), false) OR ${roundedIdsSql(text, relation)}`,
  );
  const found = await connection.runAndReadAll(
    `SELECT ${conditions.join(" OR ")} FROM ${relation}`,
  );
  if (found.getRows()[0]?.[0] === true) throw new Error("an id may have lost digits");
}
