import type { SetAside } from "../../facts/SetAside.ts";
import type { PaypalTransaction } from "./PaypalTransaction.ts";

/** What else of the file a transaction is judged by. */
export interface JudgedFile {
  /** By their ids. */
  readonly payments: ReadonlyMap<string, PaypalTransaction>;
  readonly undone: ReadonlySet<PaypalTransaction>;
}

type Why = Pick<SetAside, "verdict" | "rule" | "reason">;

/** The status of what was paid, whatever became of it, and of what was not. */
const PAID = /^(completed|cleared|refunded|partially refunded|reversed|paid)$/i;
const UNPAID =
  /^(pending|processing|created|active|denied|rejected|failed|cancell?ed|expired|voided|removed|returned|unclaimed|uncleared|blocked)$/i;

/** Why a transaction is neither a sale nor a refund; undefined where it is. */
export function reasonAgainst(one: PaypalTransaction, file: JudgedFile): Why | undefined {
  const { type, called, isMemo, gross } = one;
  if (isMemo) return exclude("(no payment)", `it is "${called}", a memo that moves no money`);
  switch (type) {
    case "payment":
      if (gross <= 0n) return exclude("(no payment)", `no money came in by this "${called}"`);
      return whyUnpaid(one);
    case "refund":
    case "reversal":
      if (file.undone.has(one)) return exclude("(dispute won)", "the money came back");
      return whyUnpaid(one) ?? whyNoRefund(one, file);
    case "reversal undone":
      return file.undone.has(one)
        ? exclude("(dispute won)", "the money came back")
        : review("(no sale)", "what it undoes is not in the file; give one that has both");
    case "unknown":
      return gross === 0n
        ? exclude("(no payment)", `it is "${called}"`)
        : review(
            "(unknown type)",
            `nobody knows "${called}"; put what it is into a sales or refunds file`,
          );
    default:
      return exclude("(no payment)", `it is "${called}"`);
  }
}

function whyUnpaid({ type, status }: PaypalTransaction): Why | undefined {
  if (PAID.test(status)) return undefined;
  const reason = `the status is ${status}`;
  if (!UNPAID.test(status)) return review("(unknown status)", reason);
  const isPendingRefund = type !== "payment" && /^(pending|processing)$/i.test(status);
  return isPendingRefund ? review("(refund pending)", reason) : exclude("(not paid)", reason);
}

function whyNoRefund(
  { gross, reference, currency, called }: PaypalTransaction,
  { payments }: JudgedFile,
): Why | undefined {
  if (gross >= 0n) return exclude("(no payment)", `"${called}" of what was paid out came in`);
  if (reference === "") return review("(no sale)", "the file does not name its payment");
  const sale = payments.get(reference);
  if (sale === undefined || sale.currency === currency) return undefined;
  const reason = `its sale ${reference} is in ${sale.currency}; refund that part of it by a refunds file`;
  return review("(currency)", reason);
}

function exclude(rule: string, reason: string): Why {
  return { verdict: "exclude", rule, reason };
}

function review(rule: string, reason: string): Why {
  return { verdict: "review", rule, reason };
}
