import { TributaryError } from "../../../core/TributaryError.ts";
import { placeInFile } from "./placeInFile.ts";

/** A mistake at one place of a table file. */
export class RowError extends TributaryError {
  override readonly name: string = "RowError";
  /** The line in a text file; in a Parquet file the row, from 1. */
  readonly line: number;
  readonly column: string | undefined;

  constructor(
    file: string,
    line: number,
    column: string | undefined,
    found: string,
    allowed: string,
    todo = "Correct the file and run this again.",
  ) {
    const place = column === undefined ? "" : `, column ${column}`;
    super(`${placeInFile(file, line)}${place}: ${found}.`, { allowed, todo });
    this.line = line;
    this.column = column;
  }
}
