import { zeroAddress } from "viem";
import type { Books } from "../../../core/ledger/Books.ts";
import type { History } from "../../../core/ledger/History.ts";
import { FIRST_POOL, type PartnerState } from "../../../core/ledger/PartnerState.ts";
import { progressOf } from "../../../core/ledger/progressOf.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { Comparison } from "./Comparison.ts";

/** Compares every partner and pool, their number, where they are paid and what they have reached. */
export function comparePartners(comparison: Comparison, books: Books, history: History): void {
  const partners = [...books.partners.values()];
  comparison.ask("partnerCount", [], ([enrolled, active]) => {
    const numbers = partners.filter(({ number }) => number < FIRST_POOL);
    comparison.equal("partners enrolled", numbers.length, Number(enrolled));
    comparison.equal("partners active", books.active, Number(active));
  });
  for (const partner of partners) compareState(comparison, partner);
  for (const member of books.members.values()) {
    compareMembership(comparison, member);
    comparePayout(comparison, member);
    compareProgress(comparison, books, history, member);
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

function comparePayout(comparison: Comparison, { name, wallet, payout }: PartnerState): void {
  const { withholding, recovery = zeroAddress, move } = payout;
  comparison.ask("payoutOf", [wallet], (found) => {
    comparison.equal(`${name}: paid at`, payout.wallet, found.wallet);
    comparison.equal(`${name}: withholding`, withholding, found.withholding);
    comparison.equal(`${name}: recovery`, recovery, found.recovery);
    comparison.equal(`${name}: moves to`, move?.wallet ?? zeroAddress, found.moveTo);
    comparison.equal(`${name}: moves at`, move?.at ?? 0, found.moveAt);
  });
}

function compareProgress(
  comparison: Comparison,
  books: Books,
  { time }: History,
  { name, number, wallet, milestones }: PartnerState,
): void {
  const terms = termsAt(books, time);
  if (number >= FIRST_POOL || terms.graduations.length + terms.milestones.length === 0) return;
  comparison.ask("milestonesOf", [BigInt(number)], (found) => {
    const bits = [...milestones].reduce((sum, index) => sum | (1n << BigInt(index)), 0n);
    comparison.equal(`${name}: milestones`, bits, found);
  });
  for (const { currency, parties } of books.currencies.values()) {
    const { earned, sales } = progressOf(terms, parties.get(wallet), time);
    comparison.ask("progressOf", [BigInt(number), currency.address], (found) => {
      comparison.amount(`${name}: reached`, currency, earned, found.earned);
      comparison.equal(`${name}: sales reached`, sales, found.sales);
    });
  }
}
