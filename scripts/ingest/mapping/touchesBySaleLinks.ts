import { foldText } from "../../../core/text/foldText.ts";
import { REFUSED } from "../facts/REFUSED.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import { NOTHING_KNOWN, type SetAside, type Why } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";
import { findSaleLink } from "./findSaleLink.ts";
import { indexLinks } from "./indexLinks.ts";
import type { Mapping } from "./Mapping.ts";
import type { SaleCredit, SaleTouches } from "./SaleTouches.ts";

/** A visit by a link on the day of the sale, or the one before, is the one that the sale tells of. */
const DAY = 86_400;

/**
 * The touchpoints of partners' links that sales themselves name: each at the sale's time, but where the visit is a touchpoint already; of
 * a sale without a customer the credit. Missed are links of no partner, or of several.
 * @param visited The touchpoints of visits.
 * @param refuses Whether a customer took the consent back.
 * @param nameOf The one name of each customer.
 */
export function touchesBySaleLinks(
  sales: readonly SaleFact[],
  mapping: Mapping,
  visited: readonly Touch[],
  refuses: (customer: string) => boolean,
  nameOf: (name: string) => string,
): SaleTouches {
  const touches: Touch[] = [];
  const credits = new Map<string, readonly SaleCredit[]>();
  const missed: SetAside[] = [];
  const find = indexLinks(mapping);
  const keyOf = ({ customer, partner, role, occurredAt }: Touch, daysBefore = 0) =>
    JSON.stringify([nameOf(customer), partner, role, Math.floor(occurredAt / DAY) - daysBefore]);
  const visits = new Set(visited.map((touch) => keyOf(touch)));
  const mayCount = ({ attributes, customers: [customer] }: SaleFact) =>
    !REFUSED.includes(foldText(attributes.consent ?? "")) &&
    (customer === undefined || !refuses(customer));
  for (const sale of (mapping.links ?? []).length === 0 ? [] : sales.filter(mayCount)) {
    const { id, occurredAt, from } = sale;
    const [customer] = sale.customers;
    const { link, missed: why } = findSaleLink(sale, find);
    if (why !== undefined) missed.push(toSetAside(sale, why));
    if (link === undefined) continue;
    if (customer === undefined) {
      credits.set(id, [link]);
      continue;
    }
    const touch = { ...link, customer, occurredAt, id: "", from };
    if (!visits.has(keyOf(touch)) && !visits.has(keyOf(touch, 1))) touches.push(touch);
  }
  return { touches, credits, missed };
}

function toSetAside(
  { id, customers: [customer = ""], occurredAt, from }: SaleFact,
  why: Why,
): SetAside {
  return { ...NOTHING_KNOWN, ...{ what: "link", id, customer, occurredAt, from }, ...why };
}
