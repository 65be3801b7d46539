import { printable } from "../../../core/text/printable.ts";
import { RefusedRowError } from "./RefusedRowError.ts";
import { RowError } from "./RowError.ts";

const PLAIN = /^[\0-\x7f]*$/;

/** One row of a table file, which can say where a mistake lies. */
export class Row {
  readonly file: string;
  readonly line: number;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #fields: readonly string[];

  constructor(
    file: string,
    line: number,
    columns: ReadonlyMap<string, number>,
    fields: readonly string[],
  ) {
    this.file = file;
    this.line = line;
    this.#columns = columns;
    this.#fields = fields;
  }

  /** A field, its accents composed (NFC) as all texts are compared; empty where the file does not have the column. */
  get(column: string): string {
    const place = this.#columns.get(column);
    const text = place === undefined ? "" : (this.#fields[place] ?? "");
    return PLAIN.test(text) ? text : text.normalize("NFC");
  }

  /** Whether the file has a column. */
  has(column: string): boolean {
    return this.#columns.has(column);
  }

  /** A field that must not be empty. */
  require(column: string): string {
    const text = this.get(column);
    if (text === "") throw this.mistake(column, "nothing", "a value");
    return text;
  }

  /** The same row with another text in some columns. */
  with(texts: ReadonlyMap<string, string>): Row {
    const fields = [...this.#fields];
    for (const [column, text] of texts) {
      const place = this.#columns.get(column);
      if (place !== undefined) fields[place] = text;
    }
    return new Row(this.file, this.line, this.#columns, fields);
  }

  /** The names of the columns. */
  names(): string[] {
    return [...this.#columns.keys()];
  }

  mistake(column: string, found: string, allowed: string): RowError {
    return new RowError(this.file, this.line, column, `found ${printable(found)}`, allowed);
  }

  /** What the program does not take, where the row itself is well written. */
  refusal(column: string, found: string, allowed: string): RefusedRowError {
    return new RefusedRowError(this.file, this.line, column, `found ${printable(found)}`, allowed);
  }
}
