import { lockTime } from "../../../core/deal/periods.ts";
import { refundOf } from "../../../core/deal/refundOf.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { SaleBook } from "../../../core/ledger/SaleBook.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Difference } from "./Difference.ts";

/** Says how a refund departs from the rules: never more than is left, only while held, each line at its own frozen amount. */
export function checkRefunded(
  terms: Terms,
  sale: SaleBook,
  { amount, returned, setAside: toldAside, reversed }: EventNamed<"SaleRefunded">["args"],
  time: number,
): Difference[] {
  const differences: Difference[] = [];
  const compare = (what: string, expected: bigint, found: bigint) => {
    if (expected !== found)
      differences.push({ what, expected: String(expected), found: String(found) });
  };
  const left = sale.amount - sale.refunded;
  if (amount > left)
    differences.push({ what: "amount", expected: `at most ${left}`, found: String(amount) });
  const locks = lockTime(terms, sale.period);
  if (terms.holdPeriods === 0 || time >= locks) {
    differences.push({
      what: "time",
      expected: `before ${formatIsoTime(locks)}`,
      found: formatIsoTime(time),
    });
  }
  const refund = refundOf(sale, sale.standingRate, amount);
  for (const [index, step] of refund.reversed.entries())
    compare(`line ${index}: reversed`, step, reversed[index] ?? 0n);
  // What lines give back too much by rounding is told as nothing.
  compare("set aside", refund.setAside > 0n ? refund.setAside : 0n, toldAside);
  compare("returned", refund.returned, returned);
  return differences;
}
