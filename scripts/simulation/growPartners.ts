import { hasReached, missesOf, monthsSince } from "../../core/deal/missesOf.ts";
import { periodStart } from "../../core/deal/periods.ts";
import { changeTier } from "../../core/spec/changeTier.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { progressOf } from "../../core/spec/progressOf.ts";
import { reachMilestone } from "../../core/spec/reachMilestone.ts";
import type { Tally } from "./Tally.ts";

/**
 * What anybody may trigger at a period's start and a simulation assumes is triggered: a higher tier for
 * those who meet its criteria, and milestones. A contribution score is never attested.
 */
export function growPartners(books: Books, tally: Tally, period: number): void {
  const { currencies, graduations, milestones } = books.terms;
  if (graduations.length + milestones.length === 0) return;
  for (const partner of books.partners.keys()) {
    for (const currency of currencies.keys()) {
      graduate(books, partner, currency, period);
      payMilestones(books, tally, partner, currency, period);
    }
  }
}

function graduate(books: Books, partner: string, currency: number, period: number): void {
  const record = books.partners.get(partner);
  if (record === undefined) return;
  const time = periodStart(books.terms, period);
  const current = record.tiers.at(-1)?.tier ?? 0;
  const progress = progressOf(books, partner, currency, time);
  const reached = { ...progress, months: monthsSince(record.joined, time), score: record.score };
  const highest = books.terms.graduations
    .filter((asked) => missesOf(asked, reached, currency) === undefined)
    .reduce((most, { tier }) => Math.max(most, tier), current);
  if (highest > current) changeTier(books, partner, highest, time);
}

function payMilestones(
  books: Books,
  tally: Tally,
  partner: string,
  currency: number,
  period: number,
): void {
  const time = periodStart(books.terms, period);
  const reached = progressOf(books, partner, currency, time);
  for (const [milestone, terms] of books.terms.milestones.entries()) {
    if (books.partners.get(partner)?.milestones.has(milestone)) continue;
    if (!hasReached(terms, reached, currency)) continue;
    const amount = reachMilestone(books, { partner, milestone, currency }, time);
    tally.earn(partner, terms.name, currency, period, amount);
    tally.add("reserve", currency, period, amount);
  }
}
