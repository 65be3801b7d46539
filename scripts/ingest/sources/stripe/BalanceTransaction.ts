import type { SettledPayment } from "./settledIn.ts";

/** What a row does to its charge; `cost` nothing, and of `unknown` nobody knows. */
export type Category =
  | "sale"
  | "partial_capture"
  | "refund"
  | "failure"
  | "refund_failure"
  | "dispute"
  | "dispute_reversal"
  | "cost"
  | "unknown";

/** One row of an exported balance, whichever form the file has. */
export interface BalanceTransaction {
  readonly category: Category;
  /** What Stripe calls the category. */
  readonly called: string;
  /** The row's own id. */
  readonly transaction: string;
  /** The id of the refund or dispute. */
  readonly id: string;
  /** The charge that it is about; empty where the file does not say. */
  readonly charge: string;
  /** Ids of one sale, the one that names it first. */
  readonly same: readonly string[];
  /** In the smallest unit, without its sign. */
  readonly amount: bigint;
  readonly currency: string;
  /** What it came to in the account's currency. */
  readonly settled: SettledPayment;
  /** UTC seconds. */
  readonly occurredAt: number;
  readonly description: string;
  readonly customers: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly from: string;
}
