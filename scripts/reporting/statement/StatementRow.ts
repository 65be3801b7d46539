import type { Address } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import type { Earnings } from "../../../core/ledger/Earnings.ts";

/** What one source earned for one party in one currency. */
export interface StatementRow extends Earnings {
  /** The partner's, pool's or standing line's name, or "residual"; the address of who gets a payment back. */
  readonly partner: string;
  readonly wallet: Address;
  readonly source:
    | "partner"
    | "pool"
    | "standing"
    | "residual"
    | "buyout"
    | "withheld"
    | "funds"
    | "returned";
  readonly currency: Currency;
  /** Of what was claimed, what went to the tax account; in a period, of what was claimed in it. */
  readonly withheld: bigint;
  /** Only for a period. */
  readonly ledger?: Ledger;
}

/**
 * What moved in a period, by the dates on which it moved: `closing = opening + earned − refunded − paid`. A refund counts
 * when it is made, though the line it reverses may be of an earlier period; a dispute counts as one when it begins, and as
 * its contrary where lines come back. For standing lines and the residual it counts in the period of the sale.
 */
export interface Ledger {
  readonly opening: bigint;
  readonly refunded: bigint;
  readonly paid: bigint;
  readonly closing: bigint;
}
