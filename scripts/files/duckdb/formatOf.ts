import { extname } from "node:path";

export type TableFormat = "csv" | "jsonl" | "parquet";

const FORMATS: ReadonlyMap<string, TableFormat> = new Map([
  ...[".jsonl", ".ndjson", ".json"].map((ending) => [ending, "jsonl"] as const),
  [".parquet", "parquet"],
]);

/** How names of tables end; behind each but Parquet's there may be `.gz`. */
export const TABLE_ENDINGS: readonly string[] = [".csv", ".tsv", ".tab", ...FORMATS.keys()];

/** The format of a table file by its name, without the end that says it is packed. */
export function formatOf(file: string): TableFormat {
  return FORMATS.get(endingOf(file)) ?? "csv";
}

/** How a file's name ends in small letters, without `.gz`. */
export function endingOf(file: string): string {
  return extname(file.toLowerCase().replace(/\.gz$/, ""));
}
