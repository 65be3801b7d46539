import type { Row } from "../../../files/table/Row.ts";
import type { ColumnMap } from "../../mapping/ColumnMap.ts";
import { listOfColumns, textIn } from "./textIn.ts";

/** The currency of a row's amounts, in capitals. */
export function currencyIn(row: Row, currency: ColumnMap["currency"]): string {
  if (typeof currency === "object" && "always" in currency) return currency.always.toUpperCase();
  const found = textIn(row, currency);
  if (found !== "") return found.toUpperCase();
  throw row.mistake(listOfColumns(currency)[0] ?? "", "nothing", "the currency of the amount");
}
