import type { Ledger } from "./AccountingEntry.ts";
import type { DatevSettings } from "./DatevSettings.ts";

/** The first line of a batch: what it is, whose, and of which days. */
export function datevHeader(
  { entries, fiat, until }: Ledger,
  { consultant, client, fiscalYearStarts, accountLength }: DatevSettings,
): string {
  const days = entries.map(({ time }) => digitsOf(time, 8));
  const [first = "", last = ""] = [days[0], days.at(-1)];
  return [
    ...['"EXTF"', "700", "21", '"Buchungsstapel"', "13", `${digitsOf(until, 14)}000`],
    // Who imported it and who exported it.
    ...["", '""', '""', '""'],
    ...[`${consultant}`, `${client}`, fiscalYearStarts.replaceAll("-", ""), `${accountLength}`],
    ...[first, last, '"Tributary"', '""'],
    // Financial accounting, for every purpose, not yet fixed.
    ...["1", "0", "0", `"${fiat.code}"`],
    ...["", '""', "", "", '""', "", "", '""', '""'],
  ].join(";");
}

/** A time as so many of the digits YYYYMMDDHHMMSS. */
function digitsOf(time: number, count: number): string {
  return new Date(time * 1_000).toISOString().replaceAll(/\D/g, "").slice(0, count);
}
