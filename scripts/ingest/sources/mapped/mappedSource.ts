import type { Row } from "../../../files/table/Row.ts";
import { RowError } from "../../../files/table/RowError.ts";
import { readTable } from "../../../files/table/readTable.ts";
import { groupBy } from "../../facts/groupBy.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { ColumnMap } from "../../mapping/ColumnMap.ts";
import type { InputSource, ReadOptions } from "../InputSource.ts";
import { findAmountForm } from "./findAmountForm.ts";
import type { MappedFile } from "./MappedFile.ts";
import { requireColumns } from "./requireColumns.ts";
import { setRowAside } from "./setRowAside.ts";
import { sortOf } from "./sortOf.ts";
import { takeRow } from "./takeRow.ts";
import { listOfColumns, textIn } from "./textIn.ts";

/** Tables of another system, read by a map of their columns. */
export function mappedSource(map: ColumnMap): InputSource {
  return {
    what: map.name,
    known: { columns: map.columns },
    async read(file: string, inputs: Inputs, { keep, zone }: ReadOptions): Promise<void> {
      const [ids, times] = [idColumnsOf(map), timeColumnsOf(map)];
      const rows = await readTable(file, { required: [], open: true, ids, times });
      requireColumns(rows[0], map);
      const form = findAmountForm(rows, map);
      takeRows(rows, { map, form, keep, zone: map.zone ?? zone }, inputs);
    },
  };
}

/** Of sales, and of customers. */
function idColumnsOf({ id, same, refundOf, customers = {} }: ColumnMap): string[] {
  return [id, same, refundOf, ...Object.values(customers)].flatMap(listOfColumns);
}

function timeColumnsOf({ time, refunded = [] }: ColumnMap): string[] {
  return [time, ...refunded.map((one) => one.time)].flatMap(listOfColumns);
}

function takeRows(rows: readonly Row[], file: MappedFile, inputs: Inputs): void {
  const { map } = file;
  const isItem = (row: Row) => sortOf(row, map).is === "item";
  const items = groupBy(rows.filter(isItem), (row) => textIn(row, map.id));
  for (const row of rows.filter((one) => !isItem(one))) {
    const id = textIn(row, map.id);
    tryToTake(row, items.get(id) ?? [], file, inputs);
    items.delete(id);
  }
  for (const row of [...items.values()].flat()) {
    const reason = "the row that tells the sale it belongs to is not in the file";
    setRowAside(row, file, inputs, { verdict: "review", rule: "(no sale)", reason });
  }
}

/** One row that cannot be read stops no other. */
function tryToTake(row: Row, items: readonly Row[], file: MappedFile, inputs: Inputs): void {
  try {
    takeRow(row, items, file, inputs);
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    const reason = error.shortMessage;
    setRowAside(row, file, inputs, { verdict: "review", rule: "(unreadable)", reason });
  }
}
