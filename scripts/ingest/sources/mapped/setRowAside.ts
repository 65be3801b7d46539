import type { Row } from "../../../files/table/Row.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import { NOTHING_KNOWN, type SetAside } from "../../facts/SetAside.ts";
import { placeOf } from "../placeOf.ts";
import { amountColumnsOf } from "./amountColumnsOf.ts";
import type { MappedFile } from "./MappedFile.ts";
import { listOfColumns, textIn } from "./textIn.ts";

/** Sets a row aside with what it says, as it says it: that it cannot be read may be the reason. */
export function setRowAside(
  row: Row,
  { map }: MappedFile,
  inputs: Inputs,
  why: Pick<SetAside, "verdict" | "rule" | "reason">,
): void {
  const { currency } = map;
  const isConstant = typeof currency === "object" && "always" in currency;
  inputs.setAside.push({
    ...NOTHING_KNOWN,
    ...{ what: "line", id: textIn(row, map.id), from: placeOf(row) },
    amount: textIn(row, amountColumnsOf(map).slice(0, 1)),
    currency: isConstant ? currency.always : textIn(row, listOfColumns(currency)).toUpperCase(),
    ...why,
  });
}
