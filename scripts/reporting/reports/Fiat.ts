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
  // As what it does not know Intl takes any three letters.
  if (!Intl.supportedValuesOf("currency").includes(code)) {
    throw new TributaryError(`"${text}" is no currency of a country.`, {
      allowed: "a code of ISO 4217, such as EUR",
    });
  }
  const format = new Intl.NumberFormat("en", { style: "currency", currency: code });
  return { code, decimals: format.resolvedOptions().maximumFractionDigits ?? 2 };
}
