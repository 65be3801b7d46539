import type { Books } from "../books/Books.ts";
import { FIRST_POOL, type PartnerState } from "../books/PartnerState.ts";
import type { Comparison } from "./Comparison.ts";

/** Compares every partner and pool, their number, where they are paid and what they have reached. */
export function comparePartners(comparison: Comparison, books: Books): void {
  const partners = [...books.partners.values()];
  comparison.ask("partnerCount", [], ([enrolled, active]) => {
    const numbers = partners.filter(({ number }) => number < FIRST_POOL);
    comparison.equal("partners enrolled", numbers.length, Number(enrolled));
    comparison.equal("partners active", books.active, Number(active));
  });
  for (const partner of partners) compareState(comparison, partner);
  for (const member of books.members.values()) {
    compareMembership(comparison, member);
  }
}

function compareState(comparison: Comparison, partner: PartnerState): void {
  const { name, number, wallet, joined, status, nextTier } = partner;
  comparison.ask("partnerAt", [BigInt(number)], (found) => {
    comparison.equal(`${name}: wallet`, wallet, found.wallet);
    comparison.equal(`${name}: joined`, joined, found.joined);
    comparison.equal(`${name}: status`, status, found.status);
    comparison.equal(`${name}: tier`, nextTier, found.nextTier);
  });
}

function compareMembership(comparison: Comparison, partner: PartnerState): void {
  const { name, number, wallet, referrer, accepted, score } = partner;
  comparison.ask("membershipOf", [wallet], (found) => {
    comparison.equal(`${name}: number`, number, found.number);
    comparison.equal(`${name}: referrer`, referrer, found.referrer);
    const hasAccepted = number >= FIRST_POOL || accepted !== undefined;
    comparison.equal(`${name}: accepted`, String(hasAccepted), String(found.accepted));
    comparison.equal(`${name}: score`, score, found.score);
  });
  comparison.ask("membershipOf", [partner.payout.wallet], (found) => {
    comparison.equal(`${name}: number by its wallet`, number, found.number);
  });
}
