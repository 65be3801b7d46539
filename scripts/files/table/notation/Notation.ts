import type { DecimalMark } from "../../../../core/text/plainAmount.ts";
import type { Columns } from "../checkHeader.ts";
import type { Row } from "../Row.ts";
import { AmountNotation } from "./AmountNotation.ts";
import type { ColumnNotation } from "./ColumnNotation.ts";
import { DateNotation } from "./DateNotation.ts";

/**
 * Reads a file's amounts and dates as it writes them throughout: rows come out, in their order, with amounts such as 1234.56 and
 * dates with the year first. A row whose amount or date may mean two things waits for one that shows what it means.
 */
export class Notation {
  readonly #amounts: AmountNotation;
  readonly #parts: readonly ColumnNotation[];
  readonly #awaited = new Set<ColumnNotation>();
  readonly #take: (row: Row) => void;
  #waiting: Row[] = [];

  /** @param usual What stands before decimals where no row shows it; undefined where it cannot be told then. */
  constructor(columns: Columns, usual: DecimalMark | undefined, take: (row: Row) => void) {
    this.#amounts = new AmountNotation(columns.amounts ?? [], usual);
    // No country that has a comma before decimals writes months first.
    const order = () => (this.#amounts.mark === "," ? ("day first" as const) : undefined);
    this.#parts = [this.#amounts, new DateNotation(columns.times ?? [], order)];
    this.#take = take;
  }

  take(row: Row): void {
    for (const part of this.#parts) if (part.learn(row)) this.#awaited.add(part);
    if (this.#awaited.size === 0) this.#take(this.#rewritten(row));
    else this.#waiting.push(row);
    if ([...this.#awaited].every(({ isShown }) => isShown)) this.#release();
  }

  /** Gives out what still waits, or says what nothing has shown. */
  finish(): void {
    for (const part of this.#awaited) part.settle(this.#waiting);
    this.#release();
  }

  #release(): void {
    if (this.#waiting.length === 0) return;
    const rows = this.#waiting;
    this.#waiting = [];
    this.#awaited.clear();
    for (const row of rows) this.#take(this.#rewritten(row));
  }

  #rewritten(row: Row): Row {
    const texts = new Map<string, string>();
    for (const part of this.#parts) part.rewrite(row, texts);
    return texts.size === 0 ? row : row.with(texts);
  }
}
