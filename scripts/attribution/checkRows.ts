import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { parseAmount } from "../../core/text/parseAmount.ts";
import { parseTime, TIME_FORMAT } from "../../core/text/parseTime.ts";
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
    const amount = row.require("amount");
    const places = Math.max(decimalsOf(currency), amount.split(".")[1]?.length ?? 0);
    const parsed = parseAmount(amount, currency, Math.min(places, MOST_DECIMALS));
    if (!("amount" in parsed)) throw row.mistake("amount", parsed.found, parsed.allowed);
    requireTime(row);
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
  requireTime(row);
}

function requireTime(row: Row): void {
  const text = row.require("occurred_at");
  const seconds = parseTime(text);
  if (seconds === undefined) throw row.mistake("occurred_at", `"${text}"`, TIME_FORMAT);
  if (seconds > MOST_SECONDS) throw row.mistake("occurred_at", `"${text}"`, "a time before 2106");
}
