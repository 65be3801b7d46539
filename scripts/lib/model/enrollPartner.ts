import type { Books } from "./openBooks.ts";
import type { Time } from "./terms.ts";

export interface PartnerToEnroll {
  readonly partner: string;
  readonly tier: number;
  readonly joined: Time;
}

export function enrollPartner(books: Books, { partner, tier, joined }: PartnerToEnroll): void {
  books.partners.set(partner, { joined, active: true, tiers: [{ fromPeriod: 0, tier }] });
  books.activePartners += 1;
}
