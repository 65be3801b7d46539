import type { DuckDBConnection } from "@duckdb/node-api";
import { formatOf, type TableFormat } from "./formatOf.ts";
import { sqlText } from "./sqlText.ts";

/** A table file as SQL reads it. */
export interface TableSource {
  readonly format: TableFormat;
  /** What comes after FROM. */
  readonly relation: string;
  /** The columns that the file has, and their types. */
  readonly types: ReadonlyMap<string, string>;
}

/**
 * Finds out what a CSV, JSON lines or Parquet file holds; by its name, as `streamTable` does.
 * @param columns What may be in it.
 */
export async function tableSource(
  connection: DuckDBConnection,
  file: string,
  columns: readonly string[],
): Promise<TableSource> {
  const format = formatOf(file);
  const relation = relationOf(format, file, columns);
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${relation}`);
  const types = described.getRowObjects().map((row) => {
    const { column_name: name, column_type: type } = row;
    return [String(name).trim(), String(type)] as const;
  });
  const own = types.filter(([name]) => name !== "file_row_number");
  return { format, relation, types: new Map(own) };
}

function relationOf(format: TableFormat, file: string, columns: readonly string[]): string {
  const path = sqlText(file);
  switch (format) {
    case "parquet":
      return `read_parquet(${path}, file_row_number = true)`;
    case "jsonl":
      return `read_json(${path}, format = 'newline_delimited', columns = {${columns.map((name) => `${name}: 'VARCHAR'`).join(", ")}})`;
    case "csv":
      return `read_csv(${path}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '', comment = '')`;
  }
}
