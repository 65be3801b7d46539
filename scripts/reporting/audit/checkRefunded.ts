import type { SaleBook } from "../../../core/ledger/Books.ts";
import { lockTime } from "../../../core/ledger/schedule.ts";
import { reversedOf, setAside } from "../../../core/ledger/waterfall.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import type { Terms } from "../../../core/terms/ParsedTerms.ts";
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
  let attributed = 0n;
  for (const [index, line] of sale.lines.entries()) {
    const before = reversedOf(line.amount, sale.refunded, sale.amount);
    const after = reversedOf(line.amount, sale.refunded + amount, sale.amount);
    compare(`line ${index}: reversed`, after - before, reversed[index] ?? 0n);
    attributed += after - before;
  }
  if (sale.payer === undefined) {
    const aside = setAside(left, sale.standingRate) - setAside(left - amount, sale.standingRate);
    compare("set aside", aside, toldAside);
    compare("returned", attributed + aside, returned);
  } else {
    compare("set aside", attributed < amount ? amount - attributed : 0n, toldAside);
    compare("returned", amount, returned);
  }
  return differences;
}
