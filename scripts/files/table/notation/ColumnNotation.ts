import type { Row } from "../Row.ts";

/** How a file writes one kind of thing, as its rows show it. */
export interface ColumnNotation {
  /** Whether some row has shown it. */
  readonly isShown: boolean;
  /** Looks at a row. Returns whether it can be read only when the notation is shown; refuses what is written in another. */
  learn(row: Row): boolean;
  /** Decides, at the end of the file, for rows that wait; refuses where nothing has shown what they mean. */
  settle(waiting: readonly Row[]): void;
  /** Puts in what a row has in these columns, by their names, as this product writes it. */
  rewrite(row: Row, texts: Map<string, string>): void;
}
