import { NOTHING_KNOWN, type SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";
import type { Visit } from "../facts/Visit.ts";
import { linkOf } from "./linkOf.ts";
import type { Mapping } from "./Mapping.ts";
import { unknownLinkOf } from "./unknownLinkOf.ts";

export interface TouchesByVisits {
  readonly touches: readonly Touch[];
  /** Visits by a partner's link that may not be used, or that nobody has. Who they are of is not told on. */
  readonly refused: readonly SetAside[];
  /** Visits that came by no partner's link. */
  readonly others: number;
}

/**
 * The touchpoints of visits by partners' links, of customers who agreed to it.
 * @param nameOf The one name of each customer.
 */
export function touchesByVisits(
  visits: readonly Visit[],
  mapping: Mapping,
  nameOf: (name: string) => string,
): TouchesByVisits {
  const withdrawn = new Set((mapping.consent?.withdrawn ?? []).map(nameOf));
  const isAssumed = mapping.consent?.visits === "assumed";
  const touches: Touch[] = [];
  const refused: SetAside[] = [];
  for (const visit of visits) {
    const link = linkOf(visit, mapping);
    const { customer, occurredAt, from } = visit;
    const refuse = (rule: string, reason: string) =>
      refused.push({
        ...NOTHING_KNOWN,
        ...{ verdict: "exclude", what: "visit", occurredAt, from, rule, reason },
      });
    if (link === undefined) {
      const unknown = unknownLinkOf(visit, mapping);
      if (unknown !== undefined)
        refuse("(unknown link)", `the mapping has no partner for ${unknown}`);
      continue;
    }
    const reason = reasonAgainst(visit, withdrawn.has(nameOf(customer)), isAssumed);
    if (reason === undefined) touches.push({ ...link, customer, occurredAt, id: "", from });
    else refuse("(consent)", reason);
  }
  return { touches, refused, others: visits.length - touches.length - refused.length };
}

function reasonAgainst(
  { consent }: Visit,
  isWithdrawn: boolean,
  isAssumed: boolean,
): string | undefined {
  if (isWithdrawn) return "the customer took the consent back";
  if (consent === false) return "the customer refused";
  return consent === undefined && !isAssumed ? "the customer was not asked" : undefined;
}
