import { extname } from "node:path";
import { TributaryError } from "../TributaryError.ts";

/** A mistake at one place of a table file. */
export class RowError extends TributaryError {
  override readonly name = "RowError";
  /** The line in a text file; in a Parquet file the row, from 1. */
  readonly line: number;
  readonly column: string | undefined;

  constructor(
    file: string,
    line: number,
    column: string | undefined,
    found: string,
    allowed: string,
  ) {
    const at = `${extname(file) === ".parquet" ? "row" : "line"} ${line}`;
    const place = column === undefined ? at : `${at}, column ${column}`;
    super(`${file}, ${place}: ${found}.`, {
      allowed,
      todo: "Correct the file and run this again; nothing was sent.",
    });
    this.line = line;
    this.column = column;
  }
}
