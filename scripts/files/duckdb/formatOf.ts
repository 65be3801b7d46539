import { extname } from "node:path";

export type TableFormat = "csv" | "jsonl" | "parquet";

/** The format of a table file by its name, as `streamTable` goes by it. */
export function formatOf(file: string): TableFormat {
  switch (extname(file).toLowerCase()) {
    case ".parquet":
      return "parquet";
    case ".jsonl":
    case ".ndjson":
      return "jsonl";
    default:
      return "csv";
  }
}
