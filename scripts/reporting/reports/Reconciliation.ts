import type { Address } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";

/** The source's sales and refunds beside the chain's. */
export interface Reconciliation {
  readonly program: Address;
  /** "2026-01", or undefined where it is of all time. */
  readonly month: string | undefined;
  readonly items: readonly Item[];
  readonly totals: readonly Total[];
}

/**
 * `missing`: in the source, not on chain. `unknown`: on chain, not in the source. `refunded`: a refund on chain, where the
 * source's refunds are not given. `acknowledged`: a refund that came too late for the chain, or that the source took back after it was
 * made, which the operator knows of.
 */
export type Status = "matched" | "different" | "missing" | "unknown" | "refunded" | "acknowledged";

/** One sale or refund, of the source or of the chain. */
export interface Item {
  readonly what: "sale" | "refund";
  readonly id: string;
  /** The sale's id; of a refund that of its sale. */
  readonly sale: string;
  readonly status: Status;
  /** The fields in which they differ. */
  readonly differences: readonly Differing[];
  /** The source's, or the chain's where the source has none; undefined where the program does not know the currency. */
  readonly currency: Currency | undefined;
  readonly sourceAmount: bigint | undefined;
  /** Of a refund, what the source says has gone back of its sale with it in all. */
  readonly sourceTotal?: bigint | undefined;
  /** In which the chain has it; undefined where it does not. */
  readonly chainCurrency: Currency | undefined;
  /** In the chain's currency, as `refunded` is. */
  readonly chainAmount: bigint | undefined;
  /** Of a sale: what of it is refunded on chain. */
  readonly refunded: bigint;
  /** Of an acknowledged refund: what others keep of money that the operator no longer has; below 0 what they gave back for nothing. */
  readonly cost?: bigint;
  /** What became of a sale on chain, or why something is missing or acknowledged. */
  readonly note: string;
  readonly occurredAt: number | undefined;
  readonly postedAt: number | undefined;
  readonly transaction: string | undefined;
}

interface Differing {
  readonly field: string;
  readonly source: string;
  readonly chain: string;
}

/** What it comes to in one currency. */
export interface Total {
  readonly currency: Currency;
  readonly source: bigint;
  readonly chain: bigint;
  readonly refundedSource: bigint;
  readonly refundedChain: bigint;
}
