import { NO_ROLE } from "../deal/Terms.ts";
import { formatIsoTime } from "../text/formatIsoTime.ts";
import { idText, type Tell } from "./Sentence.ts";

const STATUSES = ["unknown", "active", "suspended", "no longer a partner"];

/** What is refused of sales, refunds and disputes. */
export const SALES_SENTENCES = {
  Program_AlreadyDisputed: (id) => [
    `The sale ${idText(id)} was disputed by this partner before, or a dispute made it void or gave it to others.`,
    "A partner disputes a sale once; that it is void or others' stands.",
  ],
  Program_AlreadyPaid: (id, payer) => [`${payer} paid the sale ${idText(id)} before.`],
  Program_InvalidBatch: (offset) => [
    `The batch is not written as programs read it: byte ${offset} and what follows.`,
    "Have it packed by the command that posts, or as `docs/batches.md` tells.",
  ],
  Program_InvalidWeight: (id, role) => [
    `A credit of the role ${role} in the sale ${idText(id)} weighs nothing.`,
    "Give it a weight from 1 to 2^32 - 1, or leave it out.",
  ],
  Program_InvalidWindow: (from, until, earliest) => [
    `A batch of what occurred from ${formatIsoTime(from as bigint)} to before ${formatIsoTime(until as bigint)} does not follow in its lane.`,
    `Begin it at ${formatIsoTime(earliest as bigint)} or later, and end it after that and before now; post what is older in the late lane.`,
  ],
  Program_LaneOpen: (lane) => [`The lane ${lane} is open already.`],
  Program_LinesMismatch: (id, partners, lines) => [
    `The sale ${idText(id)} has ${lines} lines, but ${partners} partners are named.`,
    "Name one partner for each line, in the order of the lines.",
  ],
  Program_NotDuplicate: (id) => [
    `These two are not a sale ${idText(id)} and another one of the same id that stands after it.`,
    "What was paid here stands before what was not; else what was posted first. Name the one that stands first.",
  ],
  Program_NotInBatch: (number) => [
    `A line goes to ${number}, which is not among the batch's partners.`,
    "Name everybody there whom a line goes to: who referred a credited partner, and pools by the number of their books.",
  ],
  Program_NotInDispute: (id, number) => [
    `Partner ${number} neither has a line of the sale ${idText(id)} nor has disputed it.`,
    "Give it to whoever has a line of it or disputes it; others dispute it first.",
  ],
  Program_PostedBefore: (number, id) => [
    `The sale ${idText(id)} was posted before partner ${number} was enrolled.`,
    "Only sales that are posted later can be disputed.",
  ],
  Program_NotDisputed: (id) => [`No dispute of the sale ${idText(id)} is open.`],
  Program_NotFunded: (currency, funds, owed) => [
    `The program's funds in ${currency} are ${funds} of its smallest unit, but ${owed} are needed.`,
    "Add to them with `program fund`.",
  ],
  Program_NothingLeft: (id) => [`The sale ${idText(id)} was refunded in whole.`],
  Program_NotPaid: (id, payer) => [`No payment by ${payer} waits for the sale ${idText(id)}.`],
  Program_NotStarted: (start) => [
    `The program starts on ${formatIsoTime(start as bigint)}.`,
    "Try again after that.",
  ],
  Program_OtherHead: (lane, head) => [
    `The lane ${lane} is elsewhere: this batch was posted already, or others were since.`,
    `Its head is ${head} now: compare it with the one that you wait for, and post what is missing after it.`,
  ],
  Program_OutsideWindow: (id, time) => [
    `The sale ${idText(id)} occurred on ${formatIsoTime(time as bigint)}, outside its batch's window.`,
    "Post it in the late lane.",
  ],
  Program_OutcomeMismatch: (id, amount, allowed) => [
    `The outcome ${idText(id)} of ${amount} is more or less than the terms name: they allow ${allowed} of the smallest unit.`,
    "Post exactly that; where the outcome is per period, wait for the next period with the rest.",
  ],
  Program_PartnerNotActive: (number, status) => [
    `Partner ${number} is ${STATUSES[Number(status)] ?? "not active"}.`,
    "Only an active partner can be credited.",
  ],
  Program_PaymentMismatch: (id, paid, posted) => [
    `The sale ${idText(id)} was paid with ${paid} of the smallest unit, but is posted with ${posted}.`,
  ],
  Program_PaymentPending: (id, until) => [
    `The payment of the sale ${idText(id)} may still be attributed.`,
    `Try again after ${formatIsoTime(until as bigint)}.`,
  ],
  Program_PostingLimit: (currency, posted, limit) => [
    `With this ${posted} of the smallest unit of ${currency} would be posted in this period; the terms allow ${limit}.`,
    "Post the rest in the next period.",
  ],
  Program_RefundLimit: (currency, refunded, limit) => [
    `With this ${refunded} of the smallest unit of ${currency} would be refunded in this period; the terms allow the attributor ${limit}.`,
    "Refund the rest as the operator, or in the next period where the sales are held until then.",
  ],
  Program_RefundTooLarge: (id, amount, left) => [
    `A refund of ${amount} of the smallest unit is more than the ${left} that are left of the sale ${idText(id)}.`,
  ],
  Program_SaleAlreadyPosted: (id) => [`The sale ${idText(id)} was posted before.`],
  Program_SaleLocked: (id, since) => [
    `The sale ${idText(id)} is final since ${formatIsoTime(since as bigint)}: it can be neither refunded nor disputed.`,
  ],
  Program_TooManyDisputes: (number, most) => [
    `Partner ${number} has disputed ${most} sales in this period, the most that the terms allow, or this sale was disputed by ${most} partners.`,
    "Dispute others in the next period, while they are held.",
  ],
  Program_TooManyLines: (id, most) => [
    `The sale ${idText(id)} has more than ${most} lines, the most that one can have.`,
    "Credit fewer partners.",
  ],
  Program_UnknownLane: (lane) => [
    `The lane ${lane} is not open, or none that can be opened.`,
    "The operator opens lanes 2 to 15; 0 and 1 are always open.",
  ],
  Program_UnknownRole: (id, role) => [
    role === BigInt(NO_ROLE)
      ? `Who disputes has no line of the sale ${idText(id)}, and names no role of it.`
      : `The role ${role} can have no line of the sale ${idText(id)}: the terms do not know it, it follows referrals, or it is not paid on the sale's kind.`,
    "Credit a role that is gross or net; in a dispute name a role that is paid, with --role.",
  ],
  Program_UnknownSale: (id) => [
    `The program has no sale ${idText(id)} like the one that is shown.`,
    "Show it as its event tells it, with its path in its batch; where it was re-attributed, with its new words.",
  ],
  Program_ZeroSaleId: () => ["A sale needs an id."],
} satisfies Record<string, Tell>;
