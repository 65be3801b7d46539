import { printable } from "../text/printable.ts";
import { CsvError } from "./CsvError.ts";

/** One line of a CSV file, which can say where a mistake lies. */
export class CsvRow {
  readonly file: string;
  readonly line: number;
  readonly #fields: ReadonlyMap<string, string>;

  constructor(file: string, line: number, fields: ReadonlyMap<string, string>) {
    this.file = file;
    this.line = line;
    this.#fields = fields;
  }

  /** A field; empty where the file does not have the column. */
  get(column: string): string {
    return this.#fields.get(column) ?? "";
  }

  /** A field that must not be empty. */
  require(column: string): string {
    const text = this.get(column);
    if (text === "") throw this.mistake(column, "nothing", "a value");
    return text;
  }

  mistake(column: string, found: string, allowed: string): CsvError {
    return new CsvError(this.file, this.line, column, `found ${printable(found)}`, allowed);
  }
}
