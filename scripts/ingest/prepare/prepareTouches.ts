import type { Inputs } from "../facts/Inputs.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";
import type { Mapping } from "../mapping/Mapping.ts";
import { touchesByCodes } from "../mapping/touchesByCodes.ts";
import { touchesByDeals } from "../mapping/touchesByDeals.ts";
import { touchesByVisits } from "../mapping/touchesByVisits.ts";
import { alignSkewedTouches } from "./alignSkewedTouches.ts";
import { byText } from "./byText.ts";
import { uniqueTouches } from "./uniqueTouches.ts";

export interface PreparedTouches {
  /** In the order of time, of customers by their one name. */
  readonly touches: readonly Touch[];
  /** The sales, with credits where a deal has them to itself. */
  readonly sales: readonly SaleFact[];
  readonly setAside: readonly SetAside[];
  readonly otherVisits: number;
}

/** All touchpoints: those that inputs have, and those that follow from visits, codes and deals. */
export function prepareTouches(
  inputs: Inputs,
  sales: readonly SaleFact[],
  mapping: Mapping,
  skew: number,
  nameOf: (name: string) => string,
): PreparedTouches {
  const visited = touchesByVisits(inputs.visits, mapping, nameOf);
  const coded = touchesByCodes(sales, mapping);
  const dealt = touchesByDeals(sales, [...(mapping.deals ?? []), ...inputs.deals], nameOf);
  const found = [inputs.touches, visited.touches, coded.touches, dealt.touches];
  const named = found.flat().map((touch) => {
    const customer = nameOf(touch.customer);
    return customer === touch.customer ? touch : { ...touch, customer };
  });
  const touches = uniqueTouches(alignSkewedTouches(named, sales, skew, nameOf)).sort(
    (a, b) =>
      a.occurredAt - b.occurredAt ||
      byText(a.customer, b.customer) ||
      byText(a.partner, b.partner) ||
      byText(a.role, b.role) ||
      byText(a.channel, b.channel) ||
      byText(a.id, b.id),
  );
  const setAside = [...visited.refused, ...coded.missed, ...dealt.missed];
  const credited = sales.map((sale) => {
    const credits = sale.credits === "" ? dealt.credits.get(sale.id) : undefined;
    return credits === undefined ? sale : { ...sale, credits };
  });
  return { touches, sales: credited, setAside, otherVisits: visited.others };
}
