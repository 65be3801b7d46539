import type { Row } from "../table/Row.ts";
import type { RefusedRow } from "./RefusedRow.ts";
import { toRefusedRow } from "./toRefusedRow.ts";

/** What a file comes to: what was read of it, and what the program does not take. */
export interface TakenRows<Item> {
  readonly listed: Item[];
  readonly refused: RefusedRow[];
}

/** Reads rows of which the program may not take some. A row that is badly written ends it. */
export function takeRows<Item>(
  rows: readonly Row[],
  idColumn: string,
  read: (row: Row, index: number) => Item,
): TakenRows<Item> {
  const listed: Item[] = [];
  const refused: RefusedRow[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      listed.push(read(row, index));
    } catch (error) {
      refused.push(toRefusedRow(row, idColumn, error));
    }
  }
  return { listed, refused };
}
