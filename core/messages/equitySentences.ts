import { PLAN_POWERS } from "../equity/PLAN_POWERS.ts";
import { formatDuration } from "../text/formatDuration.ts";
import { formatIsoTime } from "../text/formatIsoTime.ts";
import { formatPercentage } from "../text/formatPercentage.ts";
import { printable } from "../text/printable.ts";
import type { Tell } from "./Sentence.ts";

/** What equity plans refuse, and their factory. */
export const EQUITY_SENTENCES = {
  EquityPlan_AlreadyWaits: () => [
    "Something of this kind waits already: a move, an earlier notice, a decision or an exit.",
    "Let it take effect, or take it back first.",
  ],
  EquityPlan_AmountTooLarge: (amount) => [`${amount} is more than the books can hold.`],
  EquityPlan_GasTooLow: (promised) => [
    `A source or a payment may have needed more gas than was left: each is promised ${promised}.`,
    "Give the call more gas, or claim for fewer grants at once.",
  ],
  EquityPlan_HasLeft: (id) => [
    `The holder of grant ${id} has left, or is about to.`,
    "`equity show --grant` tells how and when.",
  ],
  EquityPlan_HasNotLeft: (id) => [
    `The holder of grant ${id} has not left.`,
    "Only a leaver's units can be called; `equity finish-leave` books a leave whose date has come.",
  ],
  EquityPlan_InvalidSettings: (field, index) => [
    `The plan's ${printable(String(field))} (${index}) is none that a plan can have.`,
    "Correct the plan file.",
  ],
  EquityPlan_InvalidSignature: (signer) => [
    `${signer} did not sign this.`,
    "Have it signed by that wallet, for this plan and chain, with its current nonce. A smart wallet that is not deployed yet must be deployed first.",
  ],
  EquityPlan_IsCalled: (id) => [
    `The units of grant ${id} were called and wait for an exit.`,
    "They go back to the plan with `equity call --finish` once the window is over.",
  ],
  EquityPlan_IsExited: (date) => [
    `An exit was declared, in effect on ${formatIsoTime(date as bigint)}.`,
    "A plan has one. Before that day `equity exit --veto` takes it back.",
  ],
  EquityPlan_IsPaused: (id) => [`The clock of grant ${id} stands still already.`],
  EquityPlan_NoMoreSources: (most) => [
    `The plan pulls from this line already, or from ${most} lines, as many as it can.`,
  ],
  EquityPlan_NotAllowed: (caller) => [
    `${caller} may not do this.`,
    "Sign with the wallet that it concerns: the grant's holder, where it moves to, or who has the power (`--from` names it; `--safe` or `--calldata` hand out what a contract is to do).",
  ],
  EquityPlan_NotAProgram: (program) => [
    `${program} is no program of the code that this plan knows.`,
    "A plan pulls from this chain's programs alone; all else pays it by a plain transfer.",
  ],
  EquityPlan_NotAuthorised: (units, free) => [
    `${units} units are more than the ${free} that are free.`,
    "Grant fewer, or wait until units go back to the plan: how many are authorised never changes.",
  ],
  EquityPlan_NotCounted: (currency) => [
    `The token ${currency} does not tell its balance, or one that the books cannot hold.`,
    "Try again when it does; nothing in other currencies waits for it.",
  ],
  EquityPlan_NothingLeft: (id) => [`Grant ${id} has no units any more.`],
  EquityPlan_NothingToClaim: (id, currency) => [
    id === 0n
      ? `There is nothing in ${currency} to pay out.`
      : `There is nothing in ${currency} for grant ${id} to claim.`,
    "What arrived is shared by `equity claim` first; anyone can claim, so somebody may have done so just before.",
  ],
  EquityPlan_NothingWaits: () => [
    "Nothing of this kind waits: no move, notice, offer, exit or proposal.",
    "`equity show` tells what waits; what lapsed is to be proposed again.",
  ],
  EquityPlan_NotInSettings: (what) => [
    `The plan's settings know no ${printable(String(what))}.`,
    "They are as the plan was created and never change.",
  ],
  EquityPlan_NotItself: () => ["Only the plan itself calls this."],
  EquityPlan_NotPaused: (id) => [`The clock of grant ${id} runs.`],
  EquityPlan_NotSignable: (selector) => [
    `An act with the selector ${selector} cannot be signed for others to post.`,
    "Sign what a holder itself may do, with the function's own parameters and nothing after them.",
  ],
  EquityPlan_NotTheHolder: (program, line) => [
    `The plan is not the holder of standing line ${line} of ${program}.`,
    "The program's terms name the holder of a line.",
  ],
  EquityPlan_OtherOffer: (id, currency, price) => [
    `The offer for grant ${id} is ${price} of the smallest unit of ${currency}, not what you expect.`,
    "Accept exactly what is offered, if you agree with it.",
  ],
  EquityPlan_PauseLimit: (id, limit) => [
    `The clock of grant ${id} has stood still for ${formatDuration(Number(limit))}, as long as it can.`,
    "It runs on by itself.",
  ],
  EquityPlan_PaymentFailed: (to) => [
    `${to} does not accept the payment.`,
    "It keeps what it has; a holder can be paid elsewhere with `equity claim --to`, which it may sign for others to post.",
  ],
  EquityPlan_PowerMissing: (caller, power) => [
    `${caller} may not do this: it is not the plan's ${PLAN_POWERS[Number(power)] ?? power}.`,
    "Sign with the account that is (`--from` names it; `--safe` or `--calldata` hand out what a contract is to do).",
  ],
  EquityPlan_RateNotAllowed: (rate, limit) => [
    `${formatPercentage(Number(rate))} is on the wrong side of ${formatPercentage(Number(limit))}.`,
    "At most all of a payment is withheld; the holder has more withheld, the operator less.",
  ],
  EquityPlan_SignatureExpired: (deadline) => [
    `The signature was good until ${formatIsoTime(deadline as bigint)}.`,
    "Have another one signed.",
  ],
  EquityPlan_SourceOwes: (program, line, currency) => [
    `The program ${program} still owes the plan what line ${line} has locked in ${currency}.`,
    "Pull it by hand with `claim --line` on that program, then run this again.",
  ],
  EquityPlan_TooEarly: (until) => [
    `This can be done, or take effect, from ${formatIsoTime(until as bigint)} on.`,
    "Try again after that, or give that date.",
  ],
  EquityPlan_TooFewPeriods: (currency, period) => [
    `The plan shared money in ${currency} in period ${period} first; units can be called twelve periods later.`,
    "Make the holder an offer instead.",
  ],
  EquityPlan_TooLate: (since) => [`This could be done until ${formatIsoTime(since as bigint)}.`],
  EquityPlan_TransferMismatch: (token, expected, moved) => [
    `The token ${token} moved ${moved} instead of ${expected} of its smallest unit, so nothing was paid.`,
  ],
  EquityPlan_UnknownClass: (class_) => [`The plan has no class ${class_}.`],
  EquityPlan_UnknownCurrency: (currency) => [`${currency} is no currency of the plan.`],
  EquityPlan_UnknownGrant: (id) => [
    `The plan has no grant ${id}.`,
    "`equity show` lists its grants.",
  ],
  EquityPlan_WaitsForExit: (id, until) => [
    `Units of grant ${id} wait for an exit until ${formatIsoTime(until as bigint)}.`,
    "Call them after that, once `equity finish-leave` has given back what waited in vain.",
  ],
  EquityPlan_WrongValue: (sent, expected) => [
    `${sent} wei of ETH were sent along, but ${expected} are expected.`,
  ],
  EquityPlan_ZeroAddress: () => [
    "The address is nobody's, or the plan's own.",
    "Name an address that someone holds.",
  ],
  EquityPlan_ZeroAmount: () => ["The amount, or the number of units, must be above 0."],
} satisfies Record<string, Tell>;
