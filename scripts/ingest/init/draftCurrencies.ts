import { pegOf } from "../../../core/currency/pegOf.ts";
import type { CurrencyRule } from "../mapping/Mapping.ts";
import type { ToFill } from "./DraftedMapping.ts";
import type { SeenCurrency } from "./SeenInputs.ts";

export interface DraftedCurrencies {
  readonly currencies: Readonly<Record<string, string | CurrencyRule>>;
  readonly toFill: readonly ToFill[];
}

/**
 * One for one what the program's currency is of, by the export what it converted to that; the rest needs rates, and is left out
 * until there are some.
 */
export function draftCurrencies(seen: readonly SeenCurrency[], to: string): DraftedCurrencies {
  const peg = pegOf(to);
  const currencies: Record<string, string | CurrencyRule> = {};
  const toFill: ToFill[] = [];
  for (const { code, sales, convertedTo } of seen) {
    const name = code.toLowerCase();
    if (code === peg || code === to.toUpperCase()) currencies[name] = to;
    else if (peg !== undefined && convertedTo === peg) {
      currencies[name] = { to, by: "export" };
      currencies[peg.toLowerCase()] ??= to;
    } else {
      const what = `sales in ${code} (${sales}) wait in review.csv until it says {"to": "${to}", "by": "rates"}, and "rates" names a file of date,currency,rate`;
      toFill.push({ path: `currencies.${name}`, what });
    }
  }
  return { currencies, toFill };
}
