import type { Graduation } from "../../deal/Terms.ts";
import { formatMicro } from "../../text/formatMicro.ts";

/** What a tier asks for, a phrase each. */
export function describeCriteria({ earned, sales, months, score }: Graduation): string[] {
  return [
    ...(earned > 0n ? [`${formatMicro(earned)} earned`] : []),
    ...(sales > 0 ? [`${sales.toLocaleString("en")} sales`] : []),
    ...(months > 0 ? [`${months} months since joining`] : []),
    ...(score > 0 ? [`a contribution score of ${score}`] : []),
  ];
}
