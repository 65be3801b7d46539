import { decimalsOf } from "./decimalsOf.ts";
import { isIsoCurrency } from "./isIsoCurrency.ts";

/** ISO 4217's minor units that are not 2. */
const NONE = new Set(
  "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "),
);
const THREE = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** How many decimals amounts in a currency have: by ISO 4217 where its code is there, so that the yen has none; else as a token's. */
export function fiatDecimals(currency: string): number {
  const code = currency.toUpperCase();
  if (NONE.has(code)) return 0;
  if (THREE.has(code)) return 3;
  return isIsoCurrency(code) ? 2 : decimalsOf(code);
}
