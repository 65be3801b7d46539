import type { Row } from "../../../files/table/Row.ts";
import type { ColumnMap } from "../../mapping/ColumnMap.ts";

/** What parts several codes of one field. */
const BETWEEN = /[,;|]/;

/** The promotion codes of a row. */
export function codesIn(row: Row, { codes = [] }: ColumnMap): string[] {
  const found = codes.flatMap(({ column, after }) => {
    const text = row.get(column);
    const texts = after === undefined ? [text] : text.split(after).slice(1);
    return texts.flatMap((one) => {
      const parts = one.split(BETWEEN).map((part) => part.trim());
      return after === undefined ? parts : parts.slice(0, 1);
    });
  });
  return [...new Set(found.filter((code) => code !== ""))];
}
