import { isIsoCurrency } from "../../../core/currency/isIsoCurrency.ts";
import { pegOf } from "../../../core/currency/pegOf.ts";
import type { JsonMistake } from "../../../core/json/JsonMistake.ts";
import type { Mapping } from "./Mapping.ts";

const HOW = '{"to": the program\'s currency, "by": "export" or "rates"}';

/** Currencies of which a mapping would count one unit for one of another: 5,000 yen are no 5,000 dollars. */
export function findCurrencyMistakes(
  currencies: NonNullable<Mapping["currencies"]>,
  hasRates: boolean,
): JsonMistake[] {
  const plain = new Map<string, string>();
  return Object.entries(currencies).flatMap(([name, rule]): JsonMistake[] => {
    const path = `currencies.${name}`;
    if (typeof rule === "object") {
      if (rule.by === "export" || hasRates) return [];
      return [
        {
          path,
          found: '"by": "rates" and no rates',
          allowed: '"rates", a file of date,currency,rate',
        },
      ];
    }
    if (!isIsoCurrency(name)) return [];
    const peg = pegOf(rule);
    if (peg !== undefined && peg !== name.toUpperCase())
      return [{ path, found: `"${rule}", which is of ${peg}`, allowed: HOW }];
    const other = plain.get(rule.toUpperCase());
    plain.set(rule.toUpperCase(), name);
    if (other === undefined || other.toUpperCase() === name.toUpperCase()) return [];
    return [{ path, found: `"${rule}", which ${other} is too`, allowed: HOW }];
  });
}
