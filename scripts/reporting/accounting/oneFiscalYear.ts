import { TributaryError } from "../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { AccountingEntry } from "./AccountingEntry.ts";

/** Refuses entries of another fiscal year: a booking tells its day and month alone. */
export function oneFiscalYear(entries: readonly AccountingEntry[], starts: string): void {
  const [year = 0, month = 1, day = 1] = starts.split("-").map(Number);
  const from = Date.UTC(year, month - 1, day) / 1_000;
  const to = Date.UTC(year + 1, month - 1, day) / 1_000;
  const outside = entries.find(({ time }) => time < from || time >= to);
  if (outside === undefined) return;
  throw new TributaryError("DATEV takes one fiscal year a batch.", {
    found: `an entry of ${formatIsoTime(outside.time)}`,
    allowed: `${formatIsoTime(from)} to before ${formatIsoTime(to)}`,
    todo: "Ask for a span within the year, or correct fiscalYearStarts.",
  });
}
