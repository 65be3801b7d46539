import type { Address, Hash, Hex } from "viem";

/** Where and when an event stands on chain. */
export interface Place {
  readonly block: bigint;
  /** Seconds; nodes that do not send it with their logs leave it open. */
  readonly time: bigint | undefined;
  readonly transaction: Hash;
  readonly index: number;
}

export interface LedgerLine {
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
  readonly id: Hex;
  readonly kind: number;
  readonly currency: Address;
  readonly amount: bigint;
  /** Undefined where the sale was paid elsewhere. */
  readonly payer: Address | undefined;
  readonly refunded: bigint;
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

/** Everything a program's events tell, in their order. */
export interface Ledger {
  readonly uri: string | undefined;
  readonly sales: readonly LedgerSale[];
  readonly receipts: readonly LedgerReceipt[];
  readonly claims: readonly LedgerClaim[];
  readonly partners: readonly LedgerPartner[];
  readonly partnerByWallet: ReadonlyMap<Address, LedgerPartner>;
  readonly settlements: readonly LedgerSettlement[];
  /** Who holds each role now, by the role's hash. */
  readonly holders: ReadonlyMap<Hex, readonly Address[]>;
  /** Changes with every event. */
  readonly revision: string;
}
