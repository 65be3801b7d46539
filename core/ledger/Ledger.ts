import type { Address, Hash, Hex } from "viem";
import type { PowerName } from "../deal/POWERS.ts";
import type { SalePlace } from "./SaleBook.ts";

/** Where and when an event stands on chain. */
export interface Place {
  readonly block: bigint;
  /** Seconds; nodes that do not send it with their logs leave it open. */
  readonly time: bigint | undefined;
  readonly transaction: Hash;
  readonly index: number;
}

export interface LedgerLine {
  /** The number of a partner or a pool, and the wallet that it was enrolled with. */
  readonly number: number;
  readonly partner: Address;
  readonly role: number;
  readonly rate: number;
  readonly amount: bigint;
  readonly reversed: bigint;
}

interface LedgerRefund {
  readonly id: Hex;
  readonly amount: bigint;
  readonly returned: bigint;
  readonly reason: string;
  readonly place: Place;
}

export interface LedgerSale {
  /** The external id, which another sale may have too. */
  readonly id: Hex;
  /** What tells it from all others. */
  readonly at: SalePlace;
  /** As it is shown to the program, with the path to its batch's root; a re-attributed one without. */
  readonly head: bigint;
  readonly words: readonly bigint[];
  /** Seconds: when it occurred, as the attributor said. */
  readonly occurredAt: number;
  readonly kind: number;
  readonly currency: Address;
  readonly amount: bigint;
  /** Undefined where the sale was paid elsewhere. */
  readonly payer: Address | undefined;
  readonly refunded: bigint;
  /** What went back where it was made void after it was final: its lines, and no more. */
  readonly returned: bigint;
  readonly lines: readonly LedgerLine[];
  readonly refunds: readonly LedgerRefund[];
  readonly place: Place;
}

/** Revenue that no sale brought: plain transfers and payments that only standing lines and the residual share. */
export interface LedgerReceipt {
  readonly kind: number;
  readonly currency: Address;
  readonly amount: bigint;
  readonly from: Address | undefined;
  readonly place: Place;
}

export interface LedgerClaim {
  readonly party: Address;
  readonly currency: Address;
  readonly amount: bigint;
  readonly to: Address;
  readonly place: Place;
}

export interface LedgerPartner {
  readonly number: bigint;
  readonly wallet: Address;
  readonly name: string;
  readonly tier: number;
  readonly joined: number;
  readonly referrer: number;
  readonly status: number;
}

/** What settled for a standing line, in whose name and currency. */
export interface LedgerSettlement {
  readonly line: number;
  readonly currency: Address;
  readonly amount: bigint;
}

/** A batch of sales. */
export interface LedgerBatch {
  readonly batch: number;
  readonly lane: number;
  readonly currency: Address;
  /** Seconds: its window, half-open; both 0 in the late lane. */
  readonly from: number;
  readonly until: number;
  /** Of what its sales follow from; zeros where none was named. */
  readonly evidence: Hex;
  readonly root: Hex;
  readonly sales: number;
  readonly place: Place;
}

/** A dispute of one sale, open or settled. */
export interface LedgerDispute {
  readonly saleId: Hex;
  readonly at: SalePlace;
  /** The number of the partner who disputes the sale; 0 where another one has its id. */
  readonly partner: bigint;
  /** Seconds. */
  readonly deadline: number;
  readonly reason: string;
  readonly evidence: Hex;
  /** What each line left its partner's books with, in the order of the sale's lines. */
  readonly frozen: readonly bigint[];
  readonly place: Place;
  /** Undefined while it is open. */
  readonly ruling: LedgerRuling | undefined;
}

/** How a dispute ended: 2 the sale stands, 3 it is void, 4 its lines have other partners. A duplicate may be void at once. */
interface LedgerRuling {
  readonly state: number;
  readonly reason: string;
  readonly place: Place;
}

/** A proposed amendment. */
export interface LedgerAmendment {
  readonly termsHash: Hex;
  /** Seconds: when it comes into force if no consent is then missing. */
  readonly from: number;
  readonly uri: string;
  readonly textHash: Hex;
  /** The standing lines that it changes, and whose holders have consented. */
  readonly needed: readonly { readonly line: number; readonly holder: Address }[];
  readonly given: ReadonlySet<number>;
  readonly isWithdrawn: boolean;
  readonly place: Place;
}

/** What was done to a standing line beside its earnings, or to guarantees. */
export interface LedgerStandingChange {
  readonly line: number;
  readonly what: StandingLineChange;
  /** Seconds: from when it counts, or until when a notice runs. */
  readonly time: number | undefined;
  readonly amount: bigint | undefined;
  readonly currency: Address | undefined;
  readonly reason: string;
  readonly place: Place;
}

export type StandingLineChange =
  | "ended"
  | "suspended"
  | "resumed"
  | "offered"
  | "offerWithdrawn"
  | "bought"
  | "noticeOfSuspension"
  | "noticeOfEnd"
  | "noticeWithdrawn"
  | "arrearsGrown"
  | "arrearsPaid";

/** A change of a partner's tier, with its reason. */
export interface LedgerTier {
  readonly number: bigint;
  readonly tier: number;
  readonly fromPeriod: bigint;
  readonly reason: string;
  readonly place: Place;
}

/** Everything a program's events tell, in their order. */
export interface Ledger {
  readonly uri: string | undefined;
  readonly sales: readonly LedgerSale[];
  readonly batches: readonly LedgerBatch[];
  readonly receipts: readonly LedgerReceipt[];
  readonly claims: readonly LedgerClaim[];
  readonly partners: readonly LedgerPartner[];
  readonly partnerByWallet: ReadonlyMap<Address, LedgerPartner>;
  readonly settlements: readonly LedgerSettlement[];
  readonly disputes: ReadonlyMap<SalePlace, LedgerDispute>;
  readonly amendments: readonly LedgerAmendment[];
  readonly changes: readonly LedgerStandingChange[];
  readonly tiers: readonly LedgerTier[];
  /** By a wallet that a partner moved to: the wallet it was enrolled with, by which it goes. */
  readonly movedFrom: ReadonlyMap<Address, Address>;
  /** Who has each power now; one that nobody has is missing. */
  readonly holders: ReadonlyMap<PowerName, Address>;
}
