import type { Row } from "../../../files/table/Row.ts";
import { inTime } from "../../facts/inTime.ts";
import type { RefundFact } from "../../facts/RefundFact.ts";
import { decimalsAtStripe } from "../../stripe/decimalsAtStripe.ts";
import { placeOf } from "../placeOf.ts";
import { stripeAmountOf } from "./stripeAmountOf.ts";
import { stripeTimeOf } from "./stripeTimeOf.ts";

const NO_LOSS = /^(won|warning)/;

/**
 * What went back of a payment: what was refunded of it so far, which the next export tells again with what has come to it, and
 * what a lost dispute took.
 */
export function refundsOfPayment(row: Row, zone: string): RefundFact[] {
  const charge = row.require("id");
  const currency = row.require("Currency");
  const refunded = stripeAmountOf(row, "Amount Refunded", currency);
  const lost = lostDisputeOf(row, zone);
  if (refunded <= 0n) return lost;
  const own = {
    ...factOf(row),
    ...{ id: `${charge}@${refunded}`, reason: "refund" },
    occurredAt: stripeTimeOf(row, /^Refunded date/, zone) ?? stripeTimeOf(row, /^Created/, zone),
  };
  // A total has whatever went back before it, and the column does not have disputes.
  const before = lost.filter((one) => inTime(one, own) < 0);
  const amount = before.reduce((sum, one) => sum + one.amount, refunded);
  return [...lost, { ...own, amount, isTotal: true }];
}

/** Whether a dispute is open: while it is, nobody knows what becomes of it. */
export function isDisputed(row: Row): boolean {
  const status = statusOf(row);
  return status !== "" && status !== "lost" && !NO_LOSS.test(status);
}

/** Whether a dispute took something that the file does not tell. */
export function isLossUntold(row: Row): boolean {
  return lostDisputeOf(row, "UTC").some(({ amount }) => amount === 0n);
}

/** What a dispute took is gone once it is lost. */
function lostDisputeOf(row: Row, zone: string): RefundFact[] {
  if (statusOf(row) !== "lost") return [];
  const why = row.get("Dispute Reason");
  return [
    {
      ...factOf(row),
      id: `${row.require("id")}@dispute`,
      amount: stripeAmountOf(row, "Disputed Amount", row.require("Currency")),
      reason: `dispute lost${why === "" ? "" : `: ${why}`}`,
      occurredAt: stripeTimeOf(row, /^Dispute Date/, zone),
    },
  ];
}

function statusOf(row: Row): string {
  return row.get("Dispute Status").toLowerCase();
}

/** A payment's refunds go by its charge. */
function factOf(row: Row) {
  return {
    saleId: row.require("id"),
    decimals: decimalsAtStripe(row.require("Currency")),
    ...{ source: "payments" as const, from: placeOf(row) },
  };
}
