import type { Address, Hex } from "viem";
import type { Time } from "../deal/Terms.ts";

/** That a partner played a role in a sale. */
export interface BatchCredit {
  /** The partner's number, from 1. */
  readonly partner: number;
  /** The role's index in the terms. */
  readonly role: number;
  /** Its part among the sale's credits of the role, from 1. */
  readonly weight: number;
}

/** A sale as it is posted, before it is priced. */
export interface BatchSale {
  /** The external id, as `toId` gives it. */
  readonly id: Hex;
  /** When it occurred. */
  readonly time: Time;
  /** In the currency's smallest unit, from 1. */
  readonly amount: bigint;
  /** The kind's index in the terms. */
  readonly kind: number;
  /** Who paid it in the program; undefined where it was paid elsewhere. */
  readonly payer: Address | undefined;
  /** In the order in which their lines will stand. */
  readonly credits: readonly BatchCredit[];
}

/** The sales of one `post`. */
export interface Batch {
  /** The numbers of everybody whom a line of the batch goes to, credited or not. */
  readonly partners: readonly number[];
  readonly sales: readonly BatchSale[];
}

export const MOST_SALES = 0xffff;
export const MOST_PARTNERS = 0xffff;
/** Of one sale. */
export const MOST_CREDITS = 32;

/** The size of the packed bytes is `HEADER_BYTES + PARTNER_BYTES × partners + Σ sizeOfSale`. */
export const HEADER_BYTES = 4;
export const PARTNER_BYTES = 3;

/** In the byte that tells a sale's form, above the count of its credits. */
export const PAID = 0x40;
export const WEIGHTED = 0x80;
