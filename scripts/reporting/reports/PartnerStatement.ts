import type { Address, Hash } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import type { StatementRow } from "../statement/StatementRow.ts";
import type { Span } from "./Span.ts";

/** What a party's balance was, and what moved it, in a span of time. */
export interface PartnerStatement {
  readonly program: Address;
  readonly programName: string;
  readonly chainId: number;
  readonly partner: string;
  readonly span: Span;
  /** Up to when events are counted: the end of the span, or now where that is to come. */
  readonly until: number;
  readonly accounts: readonly Account[];
  readonly lines: readonly StatementEntry[];
}

/** One source of money in one currency: `closing = opening + earned − reversed − claimed`. */
export interface Account {
  readonly name: string;
  readonly wallet: Address;
  readonly source: StatementRow["source"];
  readonly currency: Currency;
  readonly opening: bigint;
  readonly earned: bigint;
  readonly reversed: bigint;
  readonly claimed: bigint;
  /** Of what was claimed, what went to the tax account. */
  readonly withheld: bigint;
  readonly closing: bigint;
  /** Of the closing balance, what can still be refunded. */
  readonly held: bigint;
  readonly claimable: bigint;
  /** In dispute, and in no balance. */
  readonly frozen: bigint;
}

/** One thing that moved the balance. The entries of a currency add up to closing minus opening. */
export interface StatementEntry {
  readonly what: string;
  readonly time: number;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly sale?: SaleOfEntry;
  /** Of a payment: what of it went to the tax account. */
  readonly withheld?: bigint;
  readonly transaction?: Hash;
}

export interface SaleOfEntry {
  readonly name: string;
  readonly kind: string;
  readonly amount: bigint;
  readonly role: string;
  /** In ppm; of the residual the whole. */
  readonly rate: number;
  readonly locksAt: number;
}
