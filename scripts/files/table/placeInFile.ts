import { extname } from "node:path";

/** Where a row is in words: by its line, in a Parquet file by its number. */
export function placeInFile(file: string, line: number): string {
  return `${file}, ${extname(file) === ".parquet" ? "row" : "line"} ${line}`;
}
