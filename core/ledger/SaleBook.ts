import type { Address, Hex } from "viem";
import type { SaleWords } from "../batches/PostedSale.ts";
import type { Ppm } from "../money/ppm.ts";

/** A posted sale, and what became of it. */
export interface SaleBook extends SaleWords {
  /** The external id, which another sale may have too: a sale is known by its place. */
  readonly id: Hex;
  readonly at: SalePlace;
  /** Its leaf in the tree of its batch: the hash of its words as they were posted. */
  readonly leaf: Hex;
  readonly kind: number;
  readonly currency: Address;
  readonly amount: bigint;
  readonly setAside: bigint;
  /** Who paid it in the program; undefined where it was paid elsewhere. */
  readonly payer: Address | undefined;
  /** When it occurred, as the attributor said. */
  readonly occurredAt: number;
  /** When it was posted. */
  readonly time: number;
  readonly period: number;
  /** The number of the segment that it was posted in. */
  readonly ordinal: number;
  readonly standingRate: Ppm;
  /** Those that count now, with their words: a re-attribution replaces both. */
  head: bigint;
  words: readonly bigint[];
  lines: readonly SaleLine[];
  refunded: bigint;
  /** Which refunds were made, as the program keeps it. */
  tag: bigint;
  dispute: DisputeBook | undefined;
}

/**
 * A batch's number in the bits above 16, and the place in it below: what tells a sale from all others. Sales were posted in the
 * order of their places.
 */
export type SalePlace = number;

export interface SaleLine {
  /** The number that the line goes to: a partner's or a pool's. */
  readonly number: number;
  /** By which that is known: the wallet it was enrolled with. */
  readonly partner: Address;
  readonly role: number;
  readonly rate: Ppm;
  /** Its part among the sale's lines of the role. */
  readonly weight: number;
  readonly amount: bigint;
  /** Whether the sale counts by it among its partner's sales. */
  readonly counts: boolean;
}

/** A sale's dispute: `state` as the contract numbers it. */
export interface DisputeBook {
  state: number;
  /** Who disputes the sale, by number, in order; nobody where it has the id of another one. */
  readonly partners: readonly number[];
  /** In which it began. */
  readonly period: number;
  /** 0 where it was void at once. */
  readonly deadline: number;
  /** What it freezes of each line; nothing once it is settled. */
  frozen: readonly bigint[];
  /** The lines that count from its end on, where they were re-attributed. */
  readonly next?: Pick<SaleBook, "head" | "words" | "lines">;
}

/** How the contract numbers the states of a dispute. */
export const OPEN = 1;
export const STANDS = 2;
export const VOID = 3;
export const REATTRIBUTED = 4;
