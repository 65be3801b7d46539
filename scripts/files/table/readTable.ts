import type { Columns } from "./checkHeader.ts";
import type { Row } from "./Row.ts";
import { streamTable } from "./streamTable.ts";

/** Reads a table file whole. */
export async function readTable(file: string, columns: Columns): Promise<Row[]> {
  const rows: Row[] = [];
  await streamTable(file, columns, (row) => rows.push(row));
  return rows;
}
