import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { amountIn } from "../files/columns/amountIn.ts";
import { requireTime } from "../files/columns/timeIn.ts";
import type { Row } from "../files/table/Row.ts";

/** With no chain to ask, an amount may have as many as any usual currency's unit. */
export const MOST_DECIMALS = 18;
/** Times are kept in 32 bits. */
const MOST_SECONDS = 2 ** 32 - 1;

/** Throws at a row of a sales file that cannot be attributed. The ids that were seen are kept, to find repeated ones. */
export function saleChecker(): (row: Row) => void {
  const lines = new Map<string, number>();
  return (row) => {
    const id = row.require("sale_id");
    const first = lines.get(id);
    if (first !== undefined) {
      throw row.mistake("sale_id", `"${id}", which line ${first} has already`, "each once");
    }
    lines.set(id, row.line);
    row.require("kind");
    const currency = row.require("currency");
    const places = Math.max(
      decimalsOf(currency),
      row.require("amount").split(".")[1]?.replace(/0+$/, "").length ?? 0,
    );
    refuseLate(row);
    amountIn(row, "amount", { symbol: currency, decimals: Math.min(places, MOST_DECIMALS) });
  };
}

/** Throws at a row of a touchpoints file that cannot be attributed. */
export function checkTouch(row: Row): void {
  for (const column of ["customer_id", "partner", "role"]) row.require(column);
  for (const column of ["partner", "role"]) {
    const name = row.get(column);
    if (/[:;]/.test(name))
      throw row.mistake(
        column,
        `"${name}"`,
        "a name without colons and semicolons, which credits are parted with",
      );
  }
  refuseLate(row);
}

function refuseLate(row: Row): void {
  if (requireTime(row, "occurred_at") > MOST_SECONDS)
    throw row.mistake("occurred_at", `"${row.get("occurred_at")}"`, "a time before 2106");
}
