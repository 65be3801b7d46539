import type { Currency } from "../../currency/Currency.ts";
import type { Graduation } from "../../deal/Terms.ts";
import { counted } from "../../text/counted.ts";
import { describeAmounts } from "./describeAmounts.ts";

/** What a tier asks for, a phrase each. */
export function describeCriteria(
  { earned, sales, months, score }: Graduation,
  currencies: readonly Currency[],
): string[] {
  return [
    ...(earned.length > 0 ? [`${describeAmounts(earned, currencies)} earned`] : []),
    ...(sales > 0 ? [counted(sales, "sale")] : []),
    ...(months > 0 ? [`${counted(months, "month")} since joining`] : []),
    ...(score > 0 ? [`a contribution score of ${score}`] : []),
  ];
}
