import type { Graduation } from "../../deal/Terms.ts";
import { counted } from "../../text/counted.ts";
import { formatMicro } from "../../text/formatMicro.ts";

/** What a tier asks for, a phrase each. */
export function describeCriteria({ earned, sales, months, score }: Graduation): string[] {
  return [
    ...(earned > 0n ? [`${formatMicro(earned)} earned`] : []),
    ...(sales > 0 ? [counted(sales, "sale")] : []),
    ...(months > 0 ? [`${counted(months, "month")} since joining`] : []),
    ...(score > 0 ? [`a contribution score of ${score}`] : []),
  ];
}
