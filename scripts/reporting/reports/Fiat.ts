import { fiatDecimals } from "../../../core/currency/fiatDecimals.ts";
import { isIsoCurrency } from "../../../core/currency/isIsoCurrency.ts";
import { TributaryError } from "../../../core/TributaryError.ts";

/** A currency of a country. */
export interface Fiat {
  readonly code: string;
  /** Digits after the point, as the currency is counted. */
  readonly decimals: number;
}

/** "EUR" with two digits after the point, "JPY" with none. */
export function parseFiat(text: string): Fiat {
  const code = text.toUpperCase();
  if (!isIsoCurrency(code)) {
    throw new TributaryError(`"${text}" is no currency of a country.`, {
      allowed: "a code of ISO 4217, such as EUR",
    });
  }
  return { code, decimals: fiatDecimals(code) };
}
