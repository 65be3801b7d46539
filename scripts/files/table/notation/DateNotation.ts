import { type DayOrder, dayOrderOf, isoDate } from "../../../../core/text/isoDate.ts";
import { readTime } from "../../../../core/text/readTime.ts";
import type { Row } from "../Row.ts";
import type { ColumnNotation } from "./ColumnNotation.ts";

const BEGINS_WITH_YEAR = /^\d{4}[-/]/;

/** Whether a file's dates have the day or the month first. 01/02/2026 alone leaves it open; 31/01/2026 and 31.01.2026 show it. */
export class DateNotation implements ColumnNotation {
  readonly #columns: readonly string[];
  readonly #usual: () => DayOrder | undefined;
  #order: DayOrder | undefined;
  #shownAt = 0;

  /** @param usual The order where no date shows it, asked for at the end; undefined where it cannot be told. */
  constructor(columns: readonly string[], usual: () => DayOrder | undefined) {
    this.#columns = columns;
    this.#usual = usual;
  }

  get isShown(): boolean {
    return this.#order !== undefined;
  }

  learn(row: Row): boolean {
    let isOpen = false;
    for (const column of this.#columns) {
      const text = row.get(column);
      const order = BEGINS_WITH_YEAR.test(text) ? undefined : dayOrderOf(text);
      if (order === "either") isOpen ||= this.#order === undefined;
      else if (order !== undefined) this.#show(order, row, column);
    }
    return isOpen;
  }

  #show(order: DayOrder, row: Row, column: string): void {
    if (this.#order === undefined) [this.#order, this.#shownAt] = [order, row.line];
    if (this.#order === order) return;
    throw row.mistake(
      column,
      `"${row.get(column)}", where line ${this.#shownAt} has the ${this.#order}`,
      "day and month in one order in the whole file, or dates such as 2026-01-31",
    );
  }

  settle(waiting: readonly Row[]): void {
    this.#order ??= this.#usual();
    if (this.#order !== undefined) return;
    for (const row of waiting) {
      for (const column of this.#columns) {
        const text = row.get(column);
        if (dayOrderOf(text) !== "either") continue;
        const [one, other] = [isoDate(text, "day first"), isoDate(text, "month first")];
        throw row.mistake(
          column,
          `"${text}", which may be ${one} or ${other}`,
          `dates such as ${one}, or dates of which one has a day above 12 and so shows which comes first`,
        );
      }
    }
  }

  rewrite(row: Row, texts: Map<string, string>): void {
    for (const column of this.#columns) {
      const text = row.get(column);
      if (BEGINS_WITH_YEAR.test(text) || readTime(text) !== undefined) continue;
      const iso = isoDate(text, this.#order ?? "day first");
      if (iso !== undefined) texts.set(column, iso);
    }
  }
}
