import type { Rate, Rates } from "./readRates.ts";

/** The last rate of a currency that is known at a time; undefined where there is none. */
export function findRate(rates: Rates, currency: string, time: number): Rate | undefined {
  return rates.get(currency.toUpperCase())?.findLast((one) => one.time <= time);
}
