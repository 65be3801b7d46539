import { parseTime } from "../../../core/text/parseTime.ts";
import type { Deal } from "../facts/Deal.ts";
import { groupBy } from "../facts/groupBy.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import { NOTHING_KNOWN, type SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";
import type { SaleCredit, SaleTouches } from "./SaleTouches.ts";

/**
 * The touchpoints of registered deals: one at the time of each sale to the customer while the deal lasts, or
 * the credit of the sale where it is the deal's alone. Missed are deals that a sale came too late or too early for.
 * @param nameOf The one name of each customer.
 */
export function touchesByDeals(
  sales: readonly SaleFact[],
  deals: readonly Deal[],
  nameOf: (name: string) => string,
): SaleTouches {
  const byCustomer = groupBy(sales, ({ customers: [customer] }) =>
    customer === undefined ? undefined : nameOf(customer),
  );
  const touches: Touch[] = [];
  const credits = new Map<string, SaleCredit[]>();
  const missed: SetAside[] = [];
  for (const deal of deals) {
    const { customer, partner, role, channel = "deal", registered, expires } = deal;
    for (const sale of byCustomer.get(nameOf(customer)) ?? []) {
      const { id, occurredAt, from } = sale;
      if (lasts(deal, occurredAt) && deal.alone) {
        credits.set(id, [...(credits.get(id) ?? []), { partner, role }]);
        continue;
      }
      if (lasts(deal, occurredAt)) {
        touches.push({ customer, partner, role, channel, occurredAt, id: "", from });
        continue;
      }
      missed.push({
        ...NOTHING_KNOWN,
        ...{ verdict: "exclude", what: "deal", id, customer, occurredAt, from },
        rule: "(deal expiry)",
        reason: `the deal of ${partner} lasts from ${registered} to before ${expires}`,
      });
    }
  }
  return { touches, credits, missed };
}

function lasts({ registered, expires }: Deal, time: number): boolean {
  return time >= (parseTime(registered) ?? 0) && time < (parseTime(expires) ?? 0);
}
