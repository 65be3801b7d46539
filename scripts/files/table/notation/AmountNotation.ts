import { decimalMarkOf } from "../../../../core/text/decimalMarkOf.ts";
import { type DecimalMark, plainAmount } from "../../../../core/text/plainAmount.ts";
import type { Row } from "../Row.ts";
import type { ColumnNotation } from "./ColumnNotation.ts";

/** What most files have: digits, and decimals that no other mark could mean. */
const PLAIN = /^\d+(?:\.(?:\d{1,2}|\d{4,}))?$/;

/** Which mark a file has before decimals. 1.234 alone leaves it open; 1,234.5, 0.125 and 12,50 show it. */
export class AmountNotation implements ColumnNotation {
  readonly #columns: readonly string[];
  readonly #usual: DecimalMark | undefined;
  #mark: DecimalMark | undefined;
  #shownAt = 0;

  /** @param usual The mark where no row shows it; undefined where it cannot be told then. */
  constructor(columns: readonly string[], usual: DecimalMark | undefined) {
    this.#columns = columns;
    this.#usual = usual;
  }

  get isShown(): boolean {
    return this.#mark !== undefined;
  }

  /** The mark that the file has shown. */
  get mark(): DecimalMark | undefined {
    return this.#mark;
  }

  learn(row: Row): boolean {
    let isOpen = false;
    for (const column of this.#columns) {
      const text = row.get(column);
      const mark = PLAIN.test(text) && !text.includes(".") ? undefined : decimalMarkOf(text);
      if (mark === "either") isOpen ||= this.#mark === undefined;
      else if (mark !== undefined) this.#show(mark, row, column);
    }
    return isOpen;
  }

  #show(mark: DecimalMark, row: Row, column: string): void {
    if (this.#mark === undefined) [this.#mark, this.#shownAt] = [mark, row.line];
    if (this.#mark === mark) return;
    throw row.mistake(
      column,
      `"${row.get(column)}", where line ${this.#shownAt} has a ${this.#mark === "." ? "point" : "comma"} before decimals`,
      "one mark before decimals in the whole file",
    );
  }

  settle(waiting: readonly Row[]): void {
    if (this.#mark !== undefined) return;
    for (const row of waiting) {
      for (const column of this.#columns) {
        const text = row.get(column);
        if (decimalMarkOf(text) !== "either") continue;
        if (this.#usual !== undefined && text.includes(this.#usual)) continue;
        const [one = "", other = ""] = [plainAmount(text, "."), plainAmount(text, ",")];
        // A fourth digit behind it says that a mark is before decimals.
        const plain = [one, other].map((digits) => (digits.includes(".") ? `${digits}0` : digits));
        throw row.mistake(
          column,
          `"${text}", which may be ${one} or ${other}`,
          `${plain.join(" or ")}, or amounts of which one shows what stands before decimals`,
        );
      }
    }
  }

  rewrite(row: Row, texts: Map<string, string>): void {
    for (const column of this.#columns) {
      const text = row.get(column);
      if (PLAIN.test(text) && this.#mark !== ",") continue;
      const plain = plainAmount(text, this.#mark ?? this.#usual ?? ".");
      if (plain !== undefined && plain !== text) texts.set(column, plain);
    }
  }
}
