import type { Row } from "../../../files/table/Row.ts";
import type { ColumnNames } from "../../mapping/ColumnMap.ts";
import { listOfColumns, textIn } from "./textIn.ts";

/** What the first of some columns says that says anything; none may be silent. */
export function requireIn(row: Row, columns: ColumnNames): string {
  const text = textIn(row, columns);
  if (text !== "") return text;
  throw row.mistake(listOfColumns(columns)[0] ?? "", "nothing", "a value");
}
