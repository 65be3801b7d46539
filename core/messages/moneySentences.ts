import { formatIsoTime } from "../text/formatIsoTime.ts";
import type { Tell } from "./Sentence.ts";

/** What is refused of payments, standing lines and the reserve. */
export const MONEY_SENTENCES = {
  Program_AlreadyWaits: () => [
    "Something of this kind waits already: a move, a notice or an amendment.",
    "Let it take effect, or take it back first.",
  ],
  Program_AmountTooLarge: (amount) => [`${amount} is more than the books can hold.`],
  Program_GasTooLow: (promised) => [
    `A payment failed that may have needed more gas than was left: each is promised ${promised}.`,
    "Give the call more gas, or claim for fewer parties at once; `claim` pays one with all the gas there is.",
  ],
  Program_TooManySuspensions: (line, most) => [
    `Standing line ${line} was suspended ${most} times, as often as it can be.`,
    "It can be ended with a notice, or left alone.",
  ],
  Program_LineNotInForce: (line) => [
    `Standing line ${line} has ended or will, or is not in the state that this asks for.`,
    "`program show` tells how it stands.",
  ],
  Program_NotItself: () => ["Only the program itself calls this."],
  Program_NothingToClaim: (party) => [
    `There is nothing for ${party} to claim.`,
    "Anyone can claim for it: somebody may have done so just before.",
  ],
  Program_NothingToSync: (currency) => [`All that the program has of ${currency} is counted.`],
  Program_NothingWaits: () => [
    "Nothing of this kind waits: no move, notice, offer or amendment.",
    "Propose it first, if it has not taken effect already.",
  ],
  Program_OtherOffer: (line, currency, price) => [
    `The offer for standing line ${line} is ${price} of the smallest unit of ${currency}, not what you expect.`,
    "Accept exactly what is offered, if you agree with it.",
  ],
  Program_OwedTooMuch: (owed) => [`${owed} is more than the books can owe one party.`],
  Program_PaymentFailed: (to) => [
    `${to} does not accept the payment.`,
    "It keeps its balance, and can have itself paid at another address: `claimTo`, which it may sign for others to post.",
  ],
  Program_ReserveNeeded: (currency, line) => [
    `The reserve in ${currency} still backs standing line ${line}.`,
    "It is free once the line has ended and is settled to its end.",
  ],
  Program_ReserveTooSmall: (currency, reserve, needed) => [
    `The reserve in ${currency} is ${reserve} of its smallest unit, but ${needed} are needed.`,
    "Add to it with `reserve add`, for the line or for milestones.",
  ],
  Program_RevenueTooLarge: (revenue) => [
    `${revenue} is more revenue than the books can hold of one period.`,
  ],
  Program_TooEarly: (until) => [
    `This can be done from ${formatIsoTime(until as bigint)} on.`,
    "Try again after that.",
  ],
  Program_TooLate: (since) => [`This could be done until ${formatIsoTime(since as bigint)}.`],
  Program_TooOld: () => [
    "That is longer ago than the books look back at once.",
    "Settle what is older first.",
  ],
  Program_TransferMismatch: (token, expected, moved) => [
    `The token ${token} moved ${moved} instead of ${expected} of its smallest unit, so nothing was paid.`,
  ],
  Program_UnknownCurrency: (currency) => [`${currency} is no currency of the program.`],
  Program_UnknownCurrencyIndex: (index) => [`The program has no currency ${index}.`],
  Program_UnknownLine: (line) => [`The program has no standing line ${line}.`],
  Program_WrongValue: (sent, expected) => [
    `${sent} wei of ETH were sent along, but ${expected} are expected.`,
  ],
  Program_ZeroAmount: () => ["The amount must be above 0."],
} satisfies Record<string, Tell>;
