import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";

export interface PartnerToEnroll {
  readonly partner: string;
  readonly tier: number;
  readonly joined: Time;
  readonly referrer: string | undefined;
}

export function enrollPartner(books: Books, enrolled: PartnerToEnroll): void {
  const { partner, tier, joined, referrer } = enrolled;
  books.partners.set(partner, {
    ...{ joined, referrer },
    status: "active",
    tiers: [{ fromPeriod: 0, tier }],
    accepted: false,
    score: 0,
    milestones: new Set(),
    due: new Map(),
    late: new Map(),
    disputes: new Map(),
    batches: books.batches,
  });
  books.activePartners += 1;
}
