import type { Address, Hex } from "viem";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";

/** A program's books, rebuilt from its events alone. */
export interface Books {
  readonly partners: Map<Address, PartnerState>;
  active: number;
  readonly sales: Map<Hex, SaleBook>;
  /** By the currency's address. */
  readonly currencies: Map<Address, CurrencyBook>;
  /** The payer of the payment that the next posted sale uses. */
  payment: { readonly saleId: Hex; readonly payer: Address } | undefined;
  /** Payments on chain that wait for their sale, by sale and payer. */
  readonly payments: Map<string, PaymentBook>;
  readonly refunds: Set<Hex>;
}

export interface PartnerState {
  readonly number: number;
  readonly wallet: Address;
  readonly name: string;
  readonly joined: number;
  status: number;
  tier: number;
  nextTier: number;
  /** From which on `nextTier` counts; undefined where no change was made. */
  tierPeriod: number | undefined;
}

export interface SaleBook {
  readonly kind: number;
  readonly currency: Address;
  readonly amount: bigint;
  readonly brought: bigint;
  readonly payer: Address | undefined;
  readonly time: number;
  readonly period: number;
  readonly lines: readonly SaleLine[];
  readonly standingRate: number;
  refunded: bigint;
}

interface SaleLine {
  readonly partner: Address;
  readonly role: number;
  readonly rate: number;
  readonly amount: bigint;
}

interface PaymentBook {
  readonly kind: number;
  readonly currency: Address;
  readonly amount: bigint;
}

/** The books of one currency. */
export interface CurrencyBook {
  /** All that came in and was counted, and all that left. */
  received: bigint;
  paidOut: bigint;
  /** The operator's unspent funds. */
  funds: bigint;
  /** Payments that wait for their sales. */
  waiting: bigint;
  /** Revenue by segment and kind. */
  readonly buckets: Map<string, BucketBook>;
  readonly parties: Map<Address, PartyBook>;
  /** What was settled of each standing line. */
  readonly lineSettled: Map<number, bigint>;
  residualSettled: bigint;
}

/** Revenue of one kind in one segment. */
export interface BucketBook {
  readonly kind: number;
  readonly period: number;
  /** A time within the segment. */
  readonly time: number;
  /** Before refunds. */
  grossRevenue: bigint;
  revenue: bigint;
  grossBrought: bigint;
  brought: bigint;
}

/** What one address earned and was paid. */
export interface PartyBook {
  /** Credits by the period of their sales. */
  readonly credits: Map<number, CreditBook>;
  /** What was settled for it beyond credits, by source. */
  readonly settled: Map<Source, SettledBook>;
  /** Paid of its credits. */
  creditsPaid: bigint;
  /** Every movement of its credits, for statements of a period. */
  readonly movements: Movement[];
}

/** What was settled from one source, and what of it was paid. */
interface SettledBook {
  readonly settled: bigint;
  readonly paid: bigint;
  readonly movements: readonly Movement[];
}

interface CreditBook {
  earned: bigint;
  reversed: bigint;
}

/** Where settled money comes from: a standing line by its index, the residual, or a refund or payment given back. */
export type Source = `line:${number}` | "residual" | "returned";

export interface Movement {
  readonly time: number;
  readonly kind: "earned" | "reversed" | "claimed";
  readonly amount: bigint;
}

export function createBooks(currencies: readonly Address[]): Books {
  return {
    partners: new Map(),
    active: 0,
    sales: new Map(),
    currencies: new Map(currencies.map((address) => [address, createCurrencyBook()])),
    payment: undefined,
    payments: new Map(),
    refunds: new Set(),
  };
}

function createCurrencyBook(): CurrencyBook {
  return {
    received: 0n,
    paidOut: 0n,
    funds: 0n,
    waiting: 0n,
    buckets: new Map(),
    parties: new Map(),
    lineSettled: new Map(),
    residualSettled: 0n,
  };
}

/** The books of an address, begun where there are none yet. */
export function partyOf(book: CurrencyBook, address: Address): PartyBook {
  const known = book.parties.get(address);
  if (known !== undefined) return known;
  const party: PartyBook = {
    credits: new Map(),
    settled: new Map(),
    creditsPaid: 0n,
    movements: [],
  };
  book.parties.set(address, party);
  return party;
}

/** The books of a currency, which must be one of the program's. */
export function currencyBook({ currencies }: Books, address: Address): CurrencyBook {
  const book = currencies.get(address);
  if (book === undefined)
    throw new BrokenHistoryError(`an event is in ${address}, which is no currency of the terms`);
  return book;
}
