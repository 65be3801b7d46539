import type { Columns } from "./checkHeader.ts";
import type { Row } from "./Row.ts";
import type { RowError } from "./RowError.ts";

/** What tables of numbers and spreadsheets make of an id of digits: 8.20983E+17, 8.2e17, 123.0. */
const OF_A_NUMBER = /^[+-]?(?:\d+[.,]0+|\d(?:[.,]\d+)?[eE]\+\d+|\d[.,]\d+[eE]\d+)$/;
/** Nearly no id begins as a number does. */
const BEGINS_AS_NUMBER = /^[+\-\d]/;
const DIGITS = /^\d+$/;
/** Spreadsheets keep fifteen digits and put zeros in the place of others. */
const ROUNDED = /^\d{15}0+$/;

const WAY_OUT =
  "each id as its system has it; export it anew, as a text, and open no spreadsheet in between that takes it for a number";

/** Finds ids that lost digits on their way: two customers, or sales, could be one. */
export class IdDigits {
  readonly #columns: readonly string[];
  /** Ids that look rounded, by column, until another of the file shows that all digits are kept. */
  readonly #rounded = new Map<string, RowError>();
  readonly #isKept = new Set<string>();

  constructor(columns: Columns) {
    this.#columns = idColumnsOf(columns);
  }

  /** @param isNumber Whether a column's text was a number in JSON, of which many writers keep the digits of 64 floating bits. */
  look(row: Row, isNumber: (column: string) => boolean = () => false): void {
    for (const column of this.#columns) {
      const text = row.get(column);
      if (BEGINS_AS_NUMBER.test(text)) this.#lookAt(row, column, text, isNumber(column));
    }
  }

  #lookAt(row: Row, column: string, text: string, isNumber: boolean): void {
    const isDigits = DIGITS.test(text);
    if (OF_A_NUMBER.test(text) || (isNumber && !isDigits))
      throw row.mistake(column, `"${text}", a number that may have lost digits`, WAY_OUT);
    if (!isDigits || text.length < 16) return;
    const isRounded = isNumber ? isAsRounded(text) : ROUNDED.test(text);
    if (!isRounded) this.#isKept.add(column);
    else if (!this.#rounded.has(column)) {
      const found = `"${text}", whose last digits a table of numbers may have rounded`;
      this.#rounded.set(column, row.mistake(column, found, WAY_OUT));
    }
  }

  /** Refuses rounded ids of which none has shown that the file keeps all digits. */
  finish(): void {
    for (const [column, error] of this.#rounded) if (!this.#isKept.has(column)) throw error;
  }
}

/** The columns whose texts are ids. */
export function idColumnsOf({ required, optional = [], ids = [] }: Columns): readonly string[] {
  return [...new Set([...[...required, ...optional].filter(isIdColumn), ...ids])];
}

export function isIdColumn(name: string): boolean {
  return /(?:^|[ _])id$/i.test(name);
}

/** Whether a number has the digits that are left of one which went through 64 bits of floating point. */
function isAsRounded(text: string): boolean {
  return BigInt(text) > BigInt(Number.MAX_SAFE_INTEGER) && String(Number(text)) === text;
}
