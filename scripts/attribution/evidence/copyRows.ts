import type { Columns } from "../../files/table/checkHeader.ts";
import { openCsvWriter } from "../../files/table/openCsvWriter.ts";
import type { Row } from "../../files/table/Row.ts";
import { streamTable } from "../../files/table/streamTable.ts";

export interface CopyRows {
  /** What the file may have. */
  readonly from: Columns;
  /** What is written. */
  readonly to: readonly string[];
  readonly fieldsOf: (row: Row) => readonly string[];
}

/** Writes something of each row of a table as CSV. */
export async function copyRows(
  file: string,
  { from, to, fieldsOf }: CopyRows,
  out: string,
): Promise<void> {
  const writer = openCsvWriter(out, to);
  try {
    await streamTable(file, from, (row) => writer.add(fieldsOf(row)));
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  await writer.finish();
}
