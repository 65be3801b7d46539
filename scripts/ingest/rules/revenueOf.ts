import type { Part, SaleFact } from "../facts/SaleFact.ts";
import type { Rules } from "./Rules.ts";

/** The revenue in the sale's smallest unit, or the part that the rules ask for and the source does not tell. */
export type Revenue = { readonly amount: bigint } | { readonly untold: Part };

/** What of a sale is revenue, by which of its parts are. */
export function revenueOf(sale: SaleFact, rules: Rules): Revenue {
  let { amount } = sale;
  for (const part of partsToMove(rules)) {
    const told = sale[part];
    if (told === undefined && rules[part] === undefined) continue;
    if (told === undefined) return { untold: part };
    amount += part === "discount" ? told : -told;
  }
  return { amount };
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
