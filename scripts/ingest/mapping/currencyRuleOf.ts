import type { CurrencyRule, Mapping } from "./Mapping.ts";

/** What a mapping says of a source's currency, in capitals or not; undefined where it does not name it. */
export function currencyRuleOf(
  { currencies = {} }: Mapping,
  own: string,
): string | CurrencyRule | undefined {
  return Object.entries(currencies).find(([name]) => name.toUpperCase() === own.toUpperCase())?.[1];
}
