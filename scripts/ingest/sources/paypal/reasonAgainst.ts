import type { Why } from "../../facts/SetAside.ts";
import type { ToldTransaction } from "./joinTellings.ts";

/** Why a transaction is neither a sale nor a refund; undefined where it is. */
export function reasonAgainst(
  one: ToldTransaction,
  undone: ReadonlySet<ToldTransaction>,
): Why | undefined {
  const { type, called, gross } = one;
  if (gross === undefined) return review("(no amount)", `the row of "${called}" has no Gross`);
  switch (type) {
    case "payment":
      if (gross <= 0n) return exclude("(no payment)", `no money came in by this "${called}"`);
      return whyUnpaid(one);
    case "refund":
    case "reversal":
      return whyUnpaid(one) ?? (undone.has(one) ? DISPUTE_WON : whyNoRefund(one, gross));
    case "reversal undone":
      if (undone.has(one)) return DISPUTE_WON;
      return (
        whyUnpaid(one) ??
        review("(no sale)", "what it undoes is not in the files; give the one that has it, too")
      );
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

const DISPUTE_WON = exclude("(dispute won)", "the money came back");

function whyUnpaid({ type, standing, status, rows }: ToldTransaction): Why | undefined {
  const reason = status === "" ? "the row has no Status" : `the status is ${status}`;
  switch (standing) {
    case "paid":
      return undefined;
    case "pending":
      return type === "payment"
        ? exclude("(not paid)", reason)
        : review("(refund pending)", reason);
    case "not paid":
      return exclude("(not paid)", reason);
    case "unknown":
      return review(
        "(unknown status)",
        status === ""
          ? reason
          : `${reason}, which nobody knows; set the account's language to English and download it again, or put what the row is into a sales or refunds file`,
      );
    case "not told alike": {
      const places = rows.map((row) => `${row.status} at ${row.from}`).join(", ");
      return review(
        "(status)",
        `downloads contradict each other: ${places}; leave out the row that no longer holds`,
      );
    }
  }
}

function whyNoRefund({ reference, called }: ToldTransaction, gross: bigint): Why | undefined {
  if (gross >= 0n) return exclude("(no payment)", `"${called}" of what was paid out came in`);
  if (reference === "") return review("(no sale)", "the file does not name its payment");
  return undefined;
}

function exclude(rule: string, reason: string): Why {
  return { verdict: "exclude", rule, reason };
}

function review(rule: string, reason: string): Why {
  return { verdict: "review", rule, reason };
}
