import { formatUnits } from "viem";
import type { Row } from "../../../files/table/Row.ts";
import { NOTHING_KNOWN, type SetAside, type Why } from "../../facts/SetAside.ts";
import { placeOf } from "../placeOf.ts";
import { amountIn, DECIMALS } from "./amountIn.ts";
import { customersIn } from "./customersIn.ts";
import { ifReadable } from "./ifReadable.ts";
import { timeIn } from "./timeIn.ts";
import type { PaypalFile } from "./toTransaction.ts";

/** A row that can never count, as far as it can be read: what is wrong with it stops nothing. */
export function setAsideRow(row: Row, file: PaypalFile, why: Why): SetAside {
  const gross = ifReadable(() => amountIn(row, "Gross", file.decimalMark));
  return {
    ...NOTHING_KNOWN,
    ...{ what: "line", id: row.get("Transaction ID"), from: placeOf(row) },
    customer: customersIn(row, file.keep)[0] ?? "",
    amount: gross === undefined ? row.get("Gross") : formatUnits(gross, DECIMALS),
    currency: row.get("Currency").toUpperCase(),
    occurredAt: ifReadable(() => timeIn(row, file.dayOrder)),
    ...why,
  };
}
