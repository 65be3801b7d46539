import { formatUnits, parseUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { findCurrency } from "../../../core/currency/findCurrency.ts";
import { roundedDiv } from "../../../core/money/roundedDiv.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { parseTime, TIME_FORMAT } from "../../../core/text/parseTime.ts";
import type { Row } from "../../files/table/Row.ts";
import { readTable } from "../../files/table/readTable.ts";
import type { Fiat } from "./Fiat.ts";

const DECIMALS = 18;

/** What one unit of a currency was worth from a time on. */
export interface Rate {
  readonly time: number;
  /** In units of 10^-18 of the fiat currency. */
  readonly rate: bigint;
}

/** Rates by the index of the program's currency, the oldest first. */
export type Rates = ReadonlyMap<number, readonly Rate[]>;

/** Reads `date,currency,rate`: what one unit of a currency is worth in fiat. Currencies that the program does not have are passed over. */
export async function readRates(file: string, currencies: readonly Currency[]): Promise<Rates> {
  const rates = new Map<number, Rate[]>();
  for (const row of await readTable(file, { required: ["date", "currency", "rate"] })) {
    const currency = findCurrency(currencies, row.require("currency"));
    if (currency === undefined) continue;
    const known = rates.get(currency.index) ?? [];
    known.push(readRate(row, known));
    rates.set(currency.index, known);
  }
  for (const known of rates.values()) known.sort((a, b) => a.time - b.time);
  return rates;
}

function readRate(row: Row, known: readonly Rate[]): Rate {
  const time = parseTime(row.require("date"));
  if (time === undefined) throw row.mistake("date", `"${row.get("date")}"`, TIME_FORMAT);
  if (known.some((other) => other.time === time)) {
    const found = `"${row.get("date")}" a second time for ${row.get("currency")}`;
    throw row.mistake("date", found, "one rate for each date and currency");
  }
  const text = row.require("rate");
  const rate = /^\d{1,15}(?:\.\d{1,18})?$/.test(text) ? parseUnits(text, DECIMALS) : 0n;
  if (rate > 0n) return { time, rate };
  throw row.mistake("rate", `"${text}"`, "a number above 0 with at most 18 decimals, such as 0.92");
}

/** The last rate that is known at a time. */
export function rateAt(rates: Rates, { index, symbol }: Currency, time: number): Rate {
  const rate = rates.get(index)?.findLast((one) => one.time <= time);
  if (rate !== undefined) return rate;
  throw new TributaryError(
    `The rates file has no rate of ${symbol} for a payment on ${formatIsoTime(time)}.`,
    { todo: "Add a line with a date on or before that day." },
  );
}

/** An amount in the fiat's smallest unit, to the nearest; a half goes up. */
export function inFiat(amount: bigint, { decimals }: Currency, { rate }: Rate, fiat: Fiat): bigint {
  return roundedDiv(
    amount * rate * 10n ** BigInt(fiat.decimals),
    10n ** BigInt(decimals + DECIMALS),
  );
}

/** "0.92" as it was written, but for zeros at its end. */
export function formatFiatRate({ rate }: Rate): string {
  return formatUnits(rate, DECIMALS);
}
