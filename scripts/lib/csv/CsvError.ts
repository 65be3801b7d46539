import { TributaryError } from "../TributaryError.ts";

/** A mistake at one place of a CSV file. */
export class CsvError extends TributaryError {
  override readonly name = "CsvError";
  readonly line: number;
  readonly column: string | undefined;

  constructor(
    file: string,
    line: number,
    column: string | undefined,
    found: string,
    allowed: string,
  ) {
    const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
    super(`${file}, ${place}: ${found}.`, {
      allowed,
      todo: "Correct the file and run this again; nothing was sent.",
    });
    this.line = line;
    this.column = column;
  }
}
