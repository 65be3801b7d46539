import { type Address, zeroAddress } from "viem";
import type { Books } from "../../../core/ledger/Books.ts";
import type { History } from "../../../core/ledger/History.ts";
import { FIRST_POOL, type PartnerState } from "../../../core/ledger/PartnerState.ts";
import type { PayoutState } from "../../../core/ledger/PayoutState.ts";
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
    compareProgress(comparison, books, history, member);
  }
  for (const [party, payout] of books.payouts)
    comparePayout(comparison, party, payout, history.time);
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
}

/** Compares where a party's money and rights are: what has come into force, or lapsed, by itself too. */
function comparePayout(
  comparison: Comparison,
  party: Address,
  payout: PayoutState,
  time: number,
): void {
  const { withholding } = payout;
  const due = payout.nextRecovery !== undefined && payout.nextRecovery.at <= time;
  const recovery = (due ? payout.nextRecovery?.address : payout.recovery) ?? zeroAddress;
  const next = due ? undefined : payout.nextRecovery;
  const move = payout.move !== undefined && time < payout.move.until ? payout.move : undefined;
  comparison.ask("payoutOf", [party], (found) => {
    comparison.equal(`${party}: paid at`, payout.wallet, found.wallet);
    comparison.equal(`${party}: withholding`, withholding, found.withholding);
    comparison.equal(`${party}: recovery`, recovery, found.recovery);
    comparison.equal(`${party}: next recovery`, next?.address ?? zeroAddress, found.nextRecovery);
    comparison.equal(`${party}: next recovery at`, next?.at ?? 0, found.recoveryAt);
    comparison.equal(`${party}: moves to`, move?.wallet ?? zeroAddress, found.moveTo);
    comparison.equal(`${party}: moves at`, move?.at ?? 0, found.moveAt);
    comparison.equal(`${party}: move lapses`, move?.until ?? 0, found.moveUntil);
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
