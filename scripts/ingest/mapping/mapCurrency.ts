import type { Mapping } from "./Mapping.ts";

/** The program's name of a currency, which sources write in capitals or not. */
export function mapCurrency({ currencies = {} }: Mapping, own: string): string {
  const known = Object.entries(currencies).find(
    ([name]) => name.toUpperCase() === own.toUpperCase(),
  );
  return known?.[1] ?? own;
}
