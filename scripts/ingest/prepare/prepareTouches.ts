import type { SaleFact } from "../facts/SaleFact.ts";
import type { SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";
import type { Mapping } from "../mapping/Mapping.ts";
import { touchesByCodes } from "../mapping/touchesByCodes.ts";
import { touchesByDeals } from "../mapping/touchesByDeals.ts";
import { touchesBySaleLinks } from "../mapping/touchesBySaleLinks.ts";
import { touchesByVisits } from "../mapping/touchesByVisits.ts";
import { alignSkewedTouches } from "./alignSkewedTouches.ts";
import { byText } from "./byText.ts";
import type { Nobody } from "./describeNobody.ts";
import type { NamedInputs } from "./nameCustomers.ts";
import { partnerSpelling } from "./partnerSpelling.ts";
import { uniqueTouches } from "./uniqueTouches.ts";

export interface PreparedTouches {
  /** In the order of time, of customers by their one name. */
  readonly touches: readonly Touch[];
  /** The sales, with credits where a deal has them to itself, or where they name a partner and no customer. */
  readonly sales: readonly SaleFact[];
  readonly setAside: readonly SetAside[];
  readonly otherVisits: number;
  readonly nobody: Nobody;
}

/** All touchpoints: those that inputs have, and those that follow from visits, codes, links and deals. */
export function prepareTouches(
  inputs: NamedInputs,
  sales: readonly SaleFact[],
  mapping: Mapping,
  skew: number,
  nameOf: (name: string) => string,
): PreparedTouches {
  const withdrawn = new Set((mapping.consent?.withdrawn ?? []).map(nameOf));
  const refuses = (customer: string) => withdrawn.has(nameOf(customer));
  const visited = touchesByVisits(inputs.visits, mapping, refuses);
  const coded = touchesByCodes(sales, mapping);
  const linked = touchesBySaleLinks(sales, mapping, visited.touches, refuses, nameOf);
  const dealt = touchesByDeals(sales, inputs.deals, nameOf);
  const told = [dealt, coded, linked];
  const found = [inputs, visited, ...told].flatMap((some) => some.touches);
  const credits = told.flatMap((some) => [...some.credits.values()].flat());
  const spell = partnerSpelling(
    mapping,
    new Set([...found, ...credits].map(({ partner }) => partner)),
  );
  const named = found.map((touch) => {
    const [customer, partner] = [nameOf(touch.customer), spell(touch.partner)];
    const isSame = customer === touch.customer && partner === touch.partner;
    return isSame ? touch : { ...touch, customer, partner };
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
  const setAside = [...visited.refused, ...coded.missed, ...linked.missed, ...dealt.missed];
  const credited = sales.map((sale) => {
    const own = told.flatMap((some) => some.credits.get(sale.id) ?? []);
    if (sale.credits !== "" || own.length === 0) return sale;
    const texts = new Set(own.map(({ partner, role }) => `${spell(partner)}:${role}:1`));
    return { ...sale, credits: [...texts].join(";") };
  });
  const isOfNobody = ({ customers, credits }: SaleFact) => customers.length === 0 && credits === "";
  // A mapping without codes has not been asked about any.
  const missed = new Set(coded.missed.map(({ id }) => id));
  const ofNobody = sales.filter((sale) =>
    (mapping.codes ?? []).length > 0
      ? missed.has(sale.id)
      : sale.codes.length > 0 && sale.credits === "",
  );
  return {
    ...{ touches, sales: credited, setAside, otherVisits: visited.others },
    nobody: {
      sales: credited.filter(isOfNobody).map(({ id }) => id),
      codes: ofNobody.length,
      codeNames: [...new Set(ofNobody.flatMap((sale) => sale.codes))],
      links: visited.refused.length + linked.missed.length,
      touches: inputs.ofNobody,
    },
  };
}
