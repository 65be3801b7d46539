import { NOTHING_KNOWN, type SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";
import type { Visit } from "../facts/Visit.ts";
import { indexLinks } from "./indexLinks.ts";
import type { Mapping } from "./Mapping.ts";
import { parametersOf } from "./parametersOf.ts";

export interface TouchesByVisits {
  readonly touches: readonly Touch[];
  /** Visits by a partner's link that may not be used, or that nobody or several have. Who they are of is not told on. */
  readonly refused: readonly SetAside[];
  /** Visits that came by no partner's link. */
  readonly others: number;
}

/**
 * The touchpoints of visits by partners' links, of customers who agreed to it.
 * @param refuses Whether a customer took the consent back.
 */
export function touchesByVisits(
  visits: readonly Visit[],
  mapping: Mapping,
  refuses: (customer: string) => boolean,
): TouchesByVisits {
  const isAssumed = mapping.consent?.visits === "assumed";
  const find = indexLinks(mapping);
  const touches: Touch[] = [];
  const refused: SetAside[] = [];
  for (const visit of visits) {
    const { link, missed } = find(parametersOf(visit.url));
    const { customer, occurredAt, from } = visit;
    const refuse = (rule: string, reason: string, verdict: SetAside["verdict"] = "exclude") =>
      refused.push({ ...NOTHING_KNOWN, verdict, what: "visit", occurredAt, from, rule, reason });
    if (link === undefined) {
      if (missed !== undefined) refuse(missed.rule, missed.reason, missed.verdict);
      continue;
    }
    const reason = reasonAgainst(visit, refuses(customer), isAssumed);
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
