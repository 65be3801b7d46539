import type { SaleFact } from "../facts/SaleFact.ts";
import type { Rules } from "./Rules.ts";

/** What of a sale is revenue, by whether tax and shipping are. */
export function revenueOf({ amount, tax, shipping }: SaleFact, rules: Rules): bigint {
  const withoutTax = rules.tax === "include" ? amount : amount - tax;
  return rules.shipping === "exclude" ? withoutTax - shipping : withoutTax;
}
