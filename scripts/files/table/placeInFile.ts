import { formatOf } from "../duckdb/formatOf.ts";

/** Where a row is in words: by its line, in a Parquet file by its number. */
export function placeInFile(file: string, line: number): string {
  return `${file}, ${formatOf(file) === "parquet" ? "row" : "line"} ${line}`;
}
