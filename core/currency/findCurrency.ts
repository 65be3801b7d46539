import type { Currency } from "./Currency.ts";

/** A currency by its symbol or address; undefined where the program has none such, or several. */
export function findCurrency(currencies: readonly Currency[], name: string): Currency | undefined {
  const wanted = name.toLowerCase();
  const found = currencies.filter(
    ({ symbol, address }) => symbol.toLowerCase() === wanted || address.toLowerCase() === wanted,
  );
  return found.length === 1 ? found[0] : undefined;
}
