import { basename, extname } from "node:path";
import { requireOption } from "../../../core/requireOption.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { listOf } from "../../../core/text/listOf.ts";
import { writeReport } from "../reports/writeReport.ts";
import type { Ledger } from "./AccountingEntry.ts";
import { datevFile } from "./datevFile.ts";
import { quickbooksFile } from "./quickbooksFile.ts";
import { readDatevSettings } from "./readDatevSettings.ts";
import { xeroFile } from "./xeroFile.ts";

/** What a program takes at most in one file. */
const MOST = { quickbooks: 1_000, xero: 1_000, datev: 99_999 };
const FORMATS = Object.keys(MOST);

type Format = keyof typeof MOST;

export interface AccountingFile {
  /** The program that it is for. */
  readonly format: string;
  readonly file: string;
  /** The file of DATEV's settings. */
  readonly datev: string | undefined;
}

/** Writes entries for a bookkeeping program; several files, numbered, where one takes no more. Returns their names. */
export async function writeAccounting(
  ledger: Ledger,
  { format, file, datev }: AccountingFile,
): Promise<string[]> {
  const known = formatOf(format);
  const make = await makerOf(known, file, datev);
  if (ledger.entries.length === 0) {
    throw new TributaryError("There is no entry to write.", {
      todo: "Ask for a span in which something moved.",
    });
  }
  const parts: Ledger[] = [];
  for (let from = 0; from < ledger.entries.length; from += MOST[known])
    parts.push({ ...ledger, entries: ledger.entries.slice(from, from + MOST[known]) });
  const names = parts.map((_, index) => (parts.length === 1 ? file : numbered(file, index + 1)));
  for (const [index, part] of parts.entries())
    await writeReport(names[index] ?? file, { ".csv": () => make(part) });
  return names;
}

function formatOf(text: string): Format {
  const found = text.toLowerCase();
  if (found === "quickbooks" || found === "xero" || found === "datev") return found;
  throw new TributaryError(`"${text}" is no format of a bookkeeping program.`, {
    allowed: listOf(FORMATS),
  });
}

async function makerOf(
  format: Format,
  file: string,
  datev: string | undefined,
): Promise<(ledger: Ledger) => Buffer> {
  if (format === "quickbooks") return quickbooksFile;
  if (format === "xero") return xeroFile;
  const settings = await readDatevSettings(
    requireOption(
      "datev",
      datev,
      "the numbers and accounts to book by, see schema/datev.schema.json",
    ),
  );
  if (!basename(file).startsWith("EXTF_")) {
    throw new TributaryError(`DATEV takes no file with the name ${basename(file)}.`, {
      allowed: "a name that begins with EXTF_, such as EXTF_Buchungsstapel.csv",
    });
  }
  return (ledger) => datevFile(ledger, settings);
}

function numbered(file: string, number: number): string {
  const ending = extname(file);
  return `${file.slice(0, file.length - ending.length)}-${number}${ending}`;
}
