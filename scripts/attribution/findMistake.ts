import { TributaryError } from "../../core/TributaryError.ts";
import type { Columns } from "../files/table/checkHeader.ts";
import type { Row } from "../files/table/Row.ts";
import { streamTable } from "../files/table/streamTable.ts";

/**
 * What is wrong with a file that the engine cannot read, with its line and column: the file is read again row by row.
 * @param check Throws at a row with a mistake.
 */
export async function findMistake(
  file: string,
  columns: Columns,
  check: (row: Row) => void,
  cause?: unknown,
): Promise<Error> {
  if (isOutOfMemory(cause)) {
    return new TributaryError(`There is not enough memory for ${file}.`, {
      todo: "Give --memory more; DuckDB also needs room on the disk for what does not fit.",
    });
  }
  try {
    await streamTable(file, columns, check);
  } catch (error) {
    return error as Error;
  }
  const found = cause instanceof Error ? cause.message.split("\n")[0] : undefined;
  return new TributaryError(`${file} cannot be read as a table.`, {
    ...(found === undefined ? {} : { found }),
    todo: "Write it as CSV, and run this again.",
  });
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith("Out of Memory Error");
}
