import { type Schedule, scheduleOf } from "./scheduleOf.ts";
import type { Line } from "./shareSale.ts";
import type { Terms, Time } from "./terms.ts";

/** A partner as the books know it. */
export interface PartnerRecord {
  readonly joined: Time;
  active: boolean;
  /** The tier from each period on, in rising order. */
  readonly tiers: { readonly fromPeriod: number; readonly tier: number }[];
}

/** A party's credits of one period in one currency. */
export interface Credits {
  earned: bigint;
  reversed: bigint;
}

/** A party's money in one currency. */
export interface PartyAccount {
  readonly periods: Map<number, Credits>;
  /** Final as it came: settled standing lines, settled residual, refunds to a payer. */
  settled: bigint;
  claimed: bigint;
}

/** Revenue of one kind in one currency in one segment. */
export interface Bucket {
  readonly currency: number;
  readonly kind: number;
  readonly period: number;
  readonly start: Time;
  /** What standing lines earn their rate of, less refunds. */
  revenue: bigint;
  /** What came in for standing lines and the operator's residual, less refunds. */
  brought: bigint;
}

export interface PostedSale {
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
  readonly period: number;
  readonly start: Time;
  /** Who paid it to the program; undefined where it was paid elsewhere. */
  readonly payer: string | undefined;
  readonly lines: readonly Line[];
  refunded: bigint;
}

/** All that happened to a program's money. Opened empty; the other verbs write into it. */
export interface Books {
  readonly terms: Terms;
  readonly schedule: Schedule;
  readonly partners: Map<string, PartnerRecord>;
  activePartners: number;
  /** By `currency:party`. */
  readonly accounts: Map<string, PartyAccount>;
  /** By `currency:kind:start`. */
  readonly buckets: Map<string, Bucket>;
  readonly sales: Map<string, PostedSale>;
  /** Settled so far, by `currency:line`. */
  readonly settledLines: Map<string, bigint>;
  /** The operator's residual settled so far, by currency. */
  readonly settledResidual: Map<number, bigint>;
}

export function openBooks(terms: Terms): Books {
  return {
    terms,
    schedule: scheduleOf(terms),
    partners: new Map(),
    activePartners: 0,
    accounts: new Map(),
    buckets: new Map(),
    sales: new Map(),
    settledLines: new Map(),
    settledResidual: new Map(),
  };
}
