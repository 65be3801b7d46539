import type { Row } from "./Row.ts";
import { streamTable } from "./streamTable.ts";

/** Ends the reading of a table that has told enough. */
class Enough extends Error {
  override readonly name = "Enough";
}

/** The first row of a table of any columns, which tells what the file is; undefined where it has none. */
export async function firstRow(file: string): Promise<Row | undefined> {
  let first: Row | undefined;
  try {
    await streamTable(file, { required: [], open: true }, (row) => {
      first = row;
      throw new Enough();
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return first;
}
