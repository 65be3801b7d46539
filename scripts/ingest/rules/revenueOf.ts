import { formatUnits } from "viem";
import { convertAmount } from "../facts/convertAmount.ts";
import type { Part, SaleFact } from "../facts/SaleFact.ts";
import type { Rules } from "./Rules.ts";

/** The revenue in the program's currency, or the part that the rules ask for and the source does not tell. */
export type Revenue =
  | Pick<SaleFact, "amount" | "decimals" | "currency" | "derivation">
  | { readonly untold: Part };

/** What of a sale is revenue, by which of its parts are; converted once, where it is in another currency than the program's. */
export function revenueOf(sale: SaleFact, rules: Rules): Revenue {
  const { conversion, decimals, currency } = sale;
  let { amount } = sale;
  let feesAfter = 0n;
  for (const part of partsToMove(rules)) {
    const told = sale[part];
    if (told !== undefined) amount += part === "discount" ? told : -told;
    else if (part === "fees" && conversion?.fees !== undefined) feesAfter = conversion.fees;
    else if (rules[part] !== undefined) return { untold: part };
  }
  if (conversion === undefined) return { amount, decimals, currency };
  const converted = convertAmount(amount, conversion) - feesAfter;
  return {
    ...{ amount: converted, decimals: conversion.decimals, currency: conversion.currency },
    derivation: derivationOf(sale, amount, feesAfter),
  };
}

/** "100 of 119 EUR x 1.08 by rates.csv of 2026-02-01, less fees of 6.97, to the nearest 0.000001 USDC". */
function derivationOf(sale: SaleFact, amount: bigint, feesAfter: bigint): string {
  const { decimals, currency, conversion } = sale;
  if (conversion === undefined) return "";
  const paid = formatUnits(sale.amount, decimals);
  const counted = amount === sale.amount ? paid : `${formatUnits(amount, decimals)} of ${paid}`;
  const less =
    feesAfter === 0n ? "" : `, less fees of ${formatUnits(feesAfter, conversion.decimals)}`;
  const unit = formatUnits(1n, conversion.decimals);
  return `${counted} ${currency} ${conversion.how}${less}, to the nearest ${unit} ${conversion.currency}`;
}

/** Those that are in what was paid and are no revenue; a discount is not in it, and may be revenue. */
function partsToMove({ tax, shipping, fees, discount }: Rules): Part[] {
  return [
    ...(tax === "include" ? [] : ["tax" as const]),
    ...(shipping === "exclude" ? ["shipping" as const] : []),
    ...(fees === "exclude" ? ["fees" as const] : []),
    ...(discount === "include" ? ["discount" as const] : []),
  ];
}
