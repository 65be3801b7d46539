const CURRENCIES = 8;

/** One number for a period of a currency. */
export function periodKey(currency: number, period: number): number {
  return period * CURRENCIES + currency;
}
