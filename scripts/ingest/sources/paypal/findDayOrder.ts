import type { Row } from "../../../files/table/Row.ts";
import type { DecimalMark } from "./findDecimalMark.ts";
import { type DayOrder, zoneIn } from "./zoneIn.ts";

/** The parts of "01/31/2026" or "31/01/2026". */
export const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * PayPal writes dates as the account's country does. A day above 12 tells, and so does a decimal comma, which no country has
 * that writes months first; else the time zone. Where nothing does, the file is refused: a month is money.
 */
export function findDayOrder(rows: readonly Row[], decimalMark: DecimalMark): DayOrder {
  const slashed = rows.filter((row) => SLASHED.test(row.get("Date")));
  const [first] = slashed;
  if (first === undefined) return "day first";
  const isAbove12 = (part: number) =>
    slashed.some((row) => Number(SLASHED.exec(row.get("Date"))?.[part]) > 12);
  if (isAbove12(1)) return "day first";
  if (isAbove12(2)) return "month first";
  if (decimalMark === ",") return "day first";
  const order = zoneIn(first).dayOrder;
  if (order !== undefined) return order;
  const allowed =
    "dates of which one tells day and month apart; download a span that has a day after the 12th";
  throw first.mistake("Date", `"${first.get("Date")}"`, allowed);
}
