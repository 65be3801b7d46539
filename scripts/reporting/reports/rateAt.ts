import type { Currency } from "../../../core/currency/Currency.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { findRate } from "../../files/rates/findRate.ts";
import type { Rate, Rates } from "../../files/rates/readRates.ts";

/** The last rate of a program's currency that is known at a time, by its symbol or else its address. */
export function rateAt(rates: Rates, { symbol, address }: Currency, time: number): Rate {
  const rate = findRate(rates, symbol, time) ?? findRate(rates, address, time);
  if (rate !== undefined) return rate;
  throw new TributaryError(`The rates file has no rate of ${symbol} on ${formatIsoTime(time)}.`, {
    todo: "Add a line with a date on or before that day.",
  });
}
