import { csvRow } from "../../files/table/csvRow.ts";
import type { Ledger } from "./AccountingEntry.ts";
import { formatMoney } from "./formatMoney.ts";

/**
 * QuickBooks Online's bank upload of three columns: dates as MM/DD/YYYY, amounts without marks, below 0 where money went out, texts
 * of letters, digits and plain marks alone. UTF-8 without a byte order mark, lines that end with CR LF.
 */
export function quickbooksFile({ fiat, entries }: Ledger): Buffer {
  const rows = entries.map(({ time, amount, payee, description }) => {
    const [year, month, day] = new Date(time * 1_000).toISOString().slice(0, 10).split("-");
    const text = plain(`${payee} - ${description}`);
    return [`${month}/${day}/${year}`, text, formatMoney(amount, fiat)];
  });
  const lines = [["Date", "Description", "Amount"], ...rows].map(csvRow);
  return Buffer.from(lines.join("").replaceAll("\n", "\r\n"), "utf8");
}

/** QuickBooks refuses other characters. */
function plain(text: string): string {
  const kept = text.normalize("NFC").replaceAll(/[^\p{L}\p{N} ./-]/gu, " ");
  return kept
    .replaceAll(/ +/g, " ")
    .replace(/^[ ./-]+/, "")
    .trim()
    .slice(0, 250);
}
