import { hex, id, type Tell, time } from "./Tell";

const STATUSES = ["not known", "active", "suspended", "no longer a partner"];

/** What is refused of sales, refunds and disputes. */
export const SALE_SENTENCES = {
  Program_AlreadyDisputed: ([sale]) =>
    `Sale ${id(sale)} is in dispute or was before. A sale can be disputed once.`,
  Program_AlreadyPaid: ([sale, payer]) => `${hex(payer)} has paid sale ${id(sale)} before.`,
  Program_AlreadyRefunded: ([refund]) => `Refund ${id(refund)} was made before.`,
  Program_InvalidWeight: ([sale, partner]) =>
    `The weight of partner ${partner} in sale ${id(sale)} is out of its range.`,
  Program_LinesMismatch: ([sale, , lines]) =>
    `Sale ${id(sale)} has ${lines} lines. Name one partner for each.`,
  Program_NotDisputed: ([sale]) => `No dispute of sale ${id(sale)} is open.`,
  Program_NotFunded: ([currency]) =>
    `The operator’s funds in ${hex(currency)} do not cover this. The operator adds to them first.`,
  Program_NotPaid: ([sale, payer]) => `No payment by ${hex(payer)} waits for sale ${id(sale)}.`,
  Program_NotStarted: ([start]) => `The program has not begun: it starts on ${time(start)}.`,
  Program_NothingLeft: ([sale]) => `Sale ${id(sale)} was refunded in whole.`,
  Program_OutcomeMismatch: ([sale]) =>
    `Outcome ${id(sale)} has another amount than the terms name. Post exactly what they name.`,
  Program_PartnerNotActive: ([number, status]) =>
    `Partner ${number} is ${STATUSES[Number(status)] ?? "not active"}, so that it cannot be credited.`,
  Program_PayersMismatch: () => "There is not one payer for each sale.",
  Program_PaymentMismatch: ([sale]) => `Sale ${id(sale)} differs from its payment.`,
  Program_PaymentPending: ([sale, until]) =>
    `The payment of sale ${id(sale)} may still be attributed, until ${time(until)}.`,
  Program_PostingLimit: () =>
    "More would be posted in this period than the terms allow. The rest is posted in the next one.",
  Program_RefundTooLarge: ([sale]) => `The refund is larger than what is left of sale ${id(sale)}.`,
  Program_SaleAlreadyPosted: ([sale]) => `Sale ${id(sale)} was posted before.`,
  Program_SaleLocked: ([sale, since]) =>
    `The lines of sale ${id(sale)} are final since ${time(since)}.`,
  Program_TooManyDisputes: ([, most]) =>
    `You have disputed ${most} sales in this period, the most that the terms allow. You can dispute more in the next one.`,
  Program_UnknownRole: ([sale, role]) =>
    `Sale ${id(sale)} credits role ${role}, which nobody can be credited with.`,
  Program_UnknownSale: ([sale]) => `The program has no sale ${id(sale)}.`,
  Program_ZeroSaleId: () => "A sale needs an id.",
} satisfies Record<string, Tell>;
