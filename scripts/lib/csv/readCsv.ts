import type { CsvRow } from "./CsvRow.ts";
import type { Columns } from "./checkHeader.ts";
import { streamCsv } from "./streamCsv.ts";

/** Reads a CSV file whole. */
export async function readCsv(file: string, columns: Columns): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  await streamCsv(file, columns, (row) => rows.push(row));
  return rows;
}
