import { groupBy } from "../facts/groupBy.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { Touch } from "../facts/Touch.ts";

/**
 * Touches that clocks put after the sale they led to, as far apart as two clocks may be: each is brought to the time of the
 * customer's latest sale before it, where that is no further away.
 * @param touches Of customers by their one name.
 * @param skew Seconds.
 * @param nameOf The one name of each customer.
 */
export function alignSkewedTouches(
  touches: readonly Touch[],
  sales: readonly SaleFact[],
  skew: number,
  nameOf: (name: string) => string,
): readonly Touch[] {
  if (skew === 0) return touches;
  const byCustomer = groupBy(sales, ({ customers: [customer] }) =>
    customer === undefined ? undefined : nameOf(customer),
  );
  return touches.map((touch) => {
    // Sales are in the order of time.
    const latest = byCustomer
      .get(touch.customer)
      ?.findLast(({ occurredAt }) => occurredAt <= touch.occurredAt)?.occurredAt;
    const isSkewed = latest !== undefined && touch.occurredAt - latest <= skew;
    return isSkewed ? { ...touch, occurredAt: latest } : touch;
  });
}
