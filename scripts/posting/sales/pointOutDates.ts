import { periodAt, periodStart } from "../../../core/deal/periods.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { printable } from "../../../core/text/printable.ts";
import type { ListedSale } from "./readSalesFile.ts";

const A_DAY = 86_400;

/**
 * A sentence about sales that are dated far outside the period in which they are about to be posted: before the one that ended last,
 * or more than a day ahead. Undefined where there is none.
 */
export function pointOutDates(
  terms: Pick<Terms, "start" | "period">,
  time: number,
  sales: readonly Pick<ListedSale, "row" | "name" | "occurredAt">[],
): string | undefined {
  const begins = periodStart(terms, periodAt(terms, time));
  const ends = begins + terms.period;
  const far = sales.filter(
    ({ occurredAt }) => occurredAt < begins - terms.period || occurredAt > time + A_DAY,
  );
  const [farthest] = far.toSorted((a, b) => distance(b) - distance(a));
  if (farthest === undefined) return undefined;
  const { row, name, occurredAt } = farthest;
  const count = far.length === 1 ? "A sale is" : `${far.length} sales are`;
  const place = printable(`line ${row.line}, ${name}`);
  return `${count} dated far outside the running period (${formatIsoTime(begins)} to ${formatIsoTime(ends)}), the farthest on ${formatIsoTime(occurredAt)} (${place}). A sale counts in the period in which it is posted, at that period's rates: these now. Look whether their dates are right.`;

  function distance({ occurredAt: at }: { readonly occurredAt: number }): number {
    return Math.abs(at - time);
  }
}
