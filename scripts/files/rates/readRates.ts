import { basename } from "node:path";
import { parseUnits } from "viem";
import { requireTime } from "../columns/timeIn.ts";
import type { Row } from "../table/Row.ts";
import { readTable } from "../table/readTable.ts";

const COLUMNS = {
  required: ["date", "currency", "rate"],
  amounts: ["rate"],
  times: ["date"],
} as const;

/** What the rates of a file are counted in. */
export const RATE_DECIMALS = 18;

/** What one unit of a currency was worth from a time on. */
export interface Rate {
  readonly time: number;
  /** In units of 10^-18 of the other currency. */
  readonly rate: bigint;
  /** The name of the file that tells it. */
  readonly file: string;
}

/** Rates by the name of the currency in capitals, the oldest first. */
export type Rates = ReadonlyMap<string, readonly Rate[]>;

/** Reads `date,currency,rate`: what one unit of a currency is worth in another, which whoever asks knows. */
export async function readRates(file: string): Promise<Rates> {
  const rates = new Map<string, Rate[]>();
  for (const row of await readTable(file, COLUMNS)) {
    const currency = row.require("currency").toUpperCase();
    const known = rates.get(currency) ?? [];
    known.push(readRate(row, known));
    rates.set(currency, known);
  }
  for (const known of rates.values()) known.sort((a, b) => a.time - b.time);
  return rates;
}

function readRate(row: Row, known: readonly Rate[]): Rate {
  const time = requireTime(row, "date");
  if (known.some((other) => other.time === time)) {
    const found = `"${row.get("date")}" a second time for ${row.get("currency")}`;
    throw row.mistake("date", found, "one rate for each date and currency");
  }
  const text = row.require("rate");
  const rate = /^\d{1,15}(?:\.\d{1,18})?$/.test(text) ? parseUnits(text, RATE_DECIMALS) : 0n;
  if (rate > 0n) return { time, rate, file: basename(row.file) };
  throw row.mistake("rate", `"${text}"`, "a number above 0 with at most 18 decimals, such as 0.92");
}
