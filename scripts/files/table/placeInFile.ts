import { extname } from "node:path";

/** A line of a table file in words; of a Parquet file a row. */
export function placeInFile(file: string, line: number): string {
  return `${file}, ${extname(file) === ".parquet" ? "row" : "line"} ${line}`;
}
