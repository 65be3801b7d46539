import { TributaryError } from "../../../core/TributaryError.ts";
import type { AccountingEntry, EntryKind, Ledger } from "./AccountingEntry.ts";
import { DATEV_COLUMNS } from "./DATEV_COLUMNS.ts";
import type { DatevSettings } from "./DatevSettings.ts";
import { datevHeader } from "./datevHeader.ts";
import { encodeWindows1252 } from "./encodeWindows1252.ts";
import { formatMoney } from "./formatMoney.ts";
import { oneFiscalYear } from "./oneFiscalYear.ts";

/**
 * A DATEV batch of bookings (EXTF, header 700, category 21, version 13): amounts without a sign, S where the own account gets more and
 * H where it gets less, dates as DDMM, in Windows-1252, lines that end with CR LF.
 */
export function datevFile(ledger: Ledger, settings: DatevSettings): Buffer {
  const { entries, fiat } = ledger;
  if (fiat.decimals > 2) {
    throw new TributaryError(`DATEV takes two digits after the point, ${fiat.code} has more.`, {
      todo: "Give --fiat a currency with two, such as EUR, and its rates.",
    });
  }
  oneFiscalYear(entries, settings.fiscalYearStarts);
  const lines = [
    datevHeader(ledger, settings),
    DATEV_COLUMNS.map(({ name }) => name).join(";"),
    ...entries.map((entry) => booking(entry, ledger, settings)),
  ];
  return encodeWindows1252(lines.map((line) => `${line}\r\n`).join(""));
}

function booking(entry: AccountingEntry, { fiat }: Ledger, { accounts }: DatevSettings): string {
  const { kind, time, amount, payee, description, reference } = entry;
  const date = new Date(time * 1_000).toISOString();
  const size = formatMoney(amount < 0n ? -amount : amount, fiat);
  const fields: Readonly<Record<string, string>> = {
    "Umsatz (ohne Soll/Haben-Kz)": size.includes(".") ? size.replace(".", ",") : `${size},00`,
    "Soll/Haben-Kennzeichen": amount < 0n ? "H" : "S",
    "WKZ Umsatz": fiat.code,
    Konto: accounts.own,
    "Gegenkonto (ohne BU-Schlüssel)": contraOf(kind, accounts),
    Belegdatum: `${date.slice(8, 10)}${date.slice(5, 7)}`,
    "Belegfeld 1": reference.replaceAll(/[^\w$%&*+/-]/g, "").slice(0, 36),
    Buchungstext: plain(`${payee}: ${description}`).slice(0, 60),
  };
  return DATEV_COLUMNS.map(({ name, isText }) => {
    const text = fields[name] ?? "";
    return isText ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(";");
}

function contraOf(kind: EntryKind, accounts: DatevSettings["accounts"]): string {
  const name = kind === "reversed" ? "earned" : kind;
  const account = accounts[name];
  if (account !== undefined) return account;
  throw new TributaryError(`The DATEV settings have no account for what is ${name}.`, {
    todo: `Add "${name}" to "accounts".`,
  });
}

/** No control characters stand in a text, and it begins no formula where somebody opens the file in a spreadsheet. */
function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/^[\s=+@-]+/, "")
    .trim();
}
