import type { Address } from "viem";
import { periodAt } from "../deal/periods.ts";
import { type Books, currencyBook } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import type { Handlers } from "./Handlers.ts";
import { ACTIVE, FIRST_POOL, type PartnerState } from "./PartnerState.ts";
import { type PayoutState, payoutOf } from "./PayoutState.ts";
import { settle } from "./settle.ts";

/** Who takes part, and where they are paid. */
export const partnerEvents: Handlers<
  | "PartnerEnrolled"
  | "TierChanged"
  | "StatusChanged"
  | "TermsAccepted"
  | "ScoreAttested"
  | "MilestoneReached"
  | "MilestonePaid"
  | "WithholdingSet"
  | "RecoverySet"
  | "RecoveryCancelled"
  | "MoveProposed"
  | "MoveCancelled"
  | "WalletMoved"
> = {
  PartnerEnrolled({ books }, { number, wallet, name, tier, joined, referrer }) {
    const partner: PartnerState = {
      number: Number(number),
      wallet,
      name,
      joined,
      batches: books.batches.length,
      referrer,
      status: ACTIVE,
      tier,
      nextTier: tier,
      tierPeriod: undefined,
      accepted: undefined,
      score: 0,
      milestones: new Set(),
      due: new Map(),
    };
    books.partners.set(partner.number, partner);
    // A pool's holder that has books already keeps them.
    if (!books.members.has(wallet)) books.members.set(wallet, partner);
    if (number < FIRST_POOL) books.active++;
  },

  TierChanged({ books, terms, time }, { number, tier, fromPeriod }) {
    const partner = partnerNumbered(books, number);
    const isDue = partner.tierPeriod !== undefined && partner.tierPeriod <= periodAt(terms, time);
    if (isDue) partner.tier = partner.nextTier;
    partner.nextTier = tier;
    partner.tierPeriod = Number(fromPeriod);
  },

  StatusChanged({ books }, { number, status }) {
    const partner = partnerNumbered(books, number);
    if (partner.status === ACTIVE) books.active--;
    if (status === ACTIVE) books.active++;
    partner.status = status;
  },

  TermsAccepted({ books }, { number, termsHash }) {
    partnerNumbered(books, number).accepted = termsHash;
  },

  ScoreAttested({ books }, { number, score }) {
    partnerNumbered(books, number).score = score;
  },

  MilestoneReached({ books }, { number, milestone, currency, amount }) {
    const partner = partnerNumbered(books, number);
    const index = Number(milestone);
    if (partner.milestones.has(index))
      throw new BrokenHistoryError(`partner ${number} reaches the milestone ${index} twice`);
    partner.milestones.add(index);
    const { milestones } = currencyBook(books, currency);
    milestones.owed += amount;
    partner.due.set(index, { currency, amount, end: milestones.owed });
  },

  MilestonePaid({ books, time }, { number, milestone, currency, amount }) {
    const partner = partnerNumbered(books, number);
    const index = Number(milestone);
    const due = partner.due.get(index);
    const book = currencyBook(books, currency);
    const isDue = due?.currency === currency && due.amount === amount;
    if (!isDue || due.end > book.milestones.funded)
      throw new BrokenHistoryError(
        `partner ${number} is paid the milestone ${index}, which is not owed or not there`,
      );
    partner.due.delete(index);
    book.milestones.paid += amount;
    settle(book, partner.wallet, { source: `milestone:${index}`, amount, time });
  },

  WithholdingSet({ books }, { party, rate }) {
    payoutOf(books, party).withholding = rate;
  },

  RecoverySet({ books, time }, { party, recovery, from }) {
    const payout = settleRecovery(payoutOf(books, party), time);
    if (from <= time) payout.recovery = recovery;
    else payout.nextRecovery = { address: recovery, at: from };
  },

  RecoveryCancelled({ books, time }, { party, recovery }) {
    const payout = settleRecovery(payoutOf(books, party), time);
    if (payout.nextRecovery?.address !== recovery)
      throw new BrokenHistoryError(`no recovery address ${recovery} of ${party} waits`);
    payout.nextRecovery = undefined;
  },

  MoveProposed({ books }, { party, wallet, movesAt, movesUntil }) {
    payoutOf(books, party).move = { wallet, at: movesAt, until: movesUntil };
  },

  MoveCancelled({ books }, { party, wallet }) {
    takeMove(books, party, wallet);
  },

  WalletMoved({ books, time }, { party, wallet }) {
    const { at, until } = takeMove(books, party, wallet);
    if (time < at || time >= until)
      throw new BrokenHistoryError(
        `${party} moves before its delay is over, or after its move lapsed`,
      );
    payoutOf(books, party).wallet = wallet;
  },
};

/** Takes a move that waits away. */
function takeMove(books: Books, party: Address, wallet: Address) {
  const payout = payoutOf(books, party);
  const { move } = payout;
  if (move?.wallet !== wallet)
    throw new BrokenHistoryError(`no move of ${party} to ${wallet} waits`);
  payout.move = undefined;
  return move;
}

/** Puts a recovery address in force whose time has come. */
function settleRecovery(payout: PayoutState, time: number): PayoutState {
  const { nextRecovery: next } = payout;
  if (next !== undefined && next.at <= time) {
    payout.recovery = next.address;
    payout.nextRecovery = undefined;
  }
  return payout;
}

function partnerNumbered({ partners }: Books, number: bigint): PartnerState {
  const partner = partners.get(Number(number));
  if (partner === undefined) throw new BrokenHistoryError(`partner ${number} was never enrolled`);
  return partner;
}
