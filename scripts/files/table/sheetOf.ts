import { csvRow } from "./csvRow.ts";
import { safeCell } from "./safeCell.ts";

/** Tells spreadsheets that the file is UTF-8. Readers of CSV pass over it. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A CSV file for people's spreadsheets. No cell can be a formula: where one could begin, an apostrophe comes first, which
 * spreadsheets take for "this is text". Numbers stay as they are.
 */
export function sheetOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => csvRow(row.map(safeCell)));
  return `${BYTE_ORDER_MARK}${lines.join("")}`;
}
