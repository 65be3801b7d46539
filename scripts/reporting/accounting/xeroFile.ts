import { csvRow } from "../../files/table/csvRow.ts";
import { safeCell } from "../../files/table/safeCell.ts";
import type { Ledger } from "./AccountingEntry.ts";
import { formatMoney } from "./formatMoney.ts";

const HEADER = ["*Date", "*Amount", "Payee", "Description", "Reference"];

/**
 * Xero's bank statement: the columns of its template, dates as 2026-01-31, which no country reads otherwise, amounts below 0 where
 * money went out. UTF-8 without a byte order mark, lines that end with CR LF.
 */
export function xeroFile({ fiat, entries }: Ledger): Buffer {
  const rows = entries.map(({ time, amount, payee, description, reference }) => {
    const texts = [payee, description, reference].map((text) => safeCell(oneLine(text)));
    const date = new Date(time * 1_000).toISOString().slice(0, 10);
    return [date, formatMoney(amount, fiat), ...texts];
  });
  const lines = [HEADER, ...rows].map(csvRow);
  return Buffer.from(lines.join("").replaceAll("\n", "\r\n"), "utf8");
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
