import { formatOf, type TableFormat } from "../duckdb/formatOf.ts";
import type { Columns } from "./checkHeader.ts";
import type { Row } from "./Row.ts";
import { streamCsv } from "./streamCsv.ts";
import { streamJson } from "./streamJson.ts";
import { streamParquet } from "./streamParquet.ts";

/**
 * Reads a table row by row: JSON from `.jsonl`, `.ndjson` and `.json`, Parquet from `.parquet`, else CSV; all but Parquet may be
 * packed by gzip. A file of any size takes the memory that `take` keeps. Amounts and times come out in one form, whatever the
 * file's, and ids that lost digits are refused.
 * @param tell Told the bytes that were read, as they come.
 */
export function streamTable(
  file: string,
  columns: Columns,
  take: (row: Row) => void,
  tell: (bytes: number) => void = () => undefined,
): Promise<void> {
  return READERS[formatOf(file)](file, columns, take, tell);
}

const READERS: Readonly<Record<TableFormat, typeof streamCsv>> = {
  csv: streamCsv,
  jsonl: streamJson,
  parquet: streamParquet,
};
