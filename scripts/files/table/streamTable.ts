import { extname } from "node:path";
import type { Columns } from "./checkHeader.ts";
import type { Row } from "./Row.ts";
import { streamCsv } from "./streamCsv.ts";
import { streamJsonLines } from "./streamJsonLines.ts";
import { streamParquet } from "./streamParquet.ts";

/**
 * Reads a table row by row: JSON lines from `.jsonl` and `.ndjson`, Parquet from `.parquet`, else CSV. A file of any size
 * takes the memory that `take` keeps.
 * @param tell Told the bytes that were read, as they come.
 */
export function streamTable(
  file: string,
  columns: Columns,
  take: (row: Row) => void,
  tell: (bytes: number) => void = () => undefined,
): Promise<void> {
  return readerOf(file)(file, columns, take, tell);
}

function readerOf(file: string): typeof streamCsv {
  switch (extname(file).toLowerCase()) {
    case ".jsonl":
    case ".ndjson":
      return streamJsonLines;
    case ".parquet":
      return streamParquet;
    default:
      return streamCsv;
  }
}
