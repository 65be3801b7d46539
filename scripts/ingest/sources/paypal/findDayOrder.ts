import type { DayOrder } from "../../../../core/text/isoDate.ts";
import type { DecimalMark } from "../../../../core/text/plainAmount.ts";
import type { Row } from "../../../files/table/Row.ts";
import { neverCounts } from "./neverCounts.ts";

/** The parts of "01/31/2026" or "31/01/2026". */
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * PayPal writes dates as the account's country and language do, which the time zone does not tell. A day above 12 tells, and so
 * does a decimal comma, which nobody has that writes months first. Where nothing does, the file is refused: a month is money.
 * Undefined where no row that may count asks for it.
 */
export function findDayOrder(rows: readonly Row[], decimalMark: DecimalMark): DayOrder | undefined {
  const slashed = rows.filter((row) => SLASHED.test(row.get("Date")));
  const mayCount = slashed.filter((row) => neverCounts(row) === undefined);
  const order = orderIn(mayCount) ?? orderIn(slashed);
  if (order !== undefined) return order;
  if (decimalMark === ",") return "day first";
  const [first] = mayCount;
  if (first === undefined) return undefined;
  const allowed =
    "dates that tell day and month apart: download a span that has a day after the 12th, or write the dates as 2026-01-31";
  throw first.mistake("Date", `"${first.get("Date")}"`, allowed);
}

function orderIn(slashed: readonly Row[]): DayOrder | undefined {
  const isAbove12 = (part: number) =>
    slashed.some((row) => Number(SLASHED.exec(row.get("Date"))?.[part]) > 12);
  if (isAbove12(1)) return "day first";
  return isAbove12(2) ? "month first" : undefined;
}
