import type { Address } from "viem";
import type { Time } from "../deal/Terms.ts";
import type { Ppm } from "../money/ppm.ts";

/** What one line of a posted sale gives to whom. */
export interface PostedLine {
  /** The partner's number; of a pool the pool's. */
  readonly partner: number;
  /** The role's index in the terms. */
  readonly role: number;
  /** Frozen at posting; `RESIDUAL_RATE` where the line is what remains. */
  readonly rate: Ppm;
  /** Its part among the sale's lines of the role. */
  readonly weight: number;
  /** In the currency's smallest unit. */
  readonly amount: bigint;
  /** Whether the sale counts by this line among its partner's sales. */
  readonly counts: boolean;
}

/** A sale as the program priced and posted it. */
export interface PostedSale {
  /** Its batch's number, from 1. */
  readonly batch: number;
  /** Its place in the batch, from 0. */
  readonly place: number;
  /** When it occurred, as the attributor said. */
  readonly time: Time;
  /** In the currency's smallest unit, from 1. */
  readonly amount: bigint;
  /** The currency's index among the program's, ETH being 0. */
  readonly currency: number;
  /** The kind's index in the terms. */
  readonly kind: number;
  /** The number of the segment that it was posted in. */
  readonly ordinal: number;
  /** What it sets aside for standing lines, where it was paid elsewhere. */
  readonly standingRate: Ppm;
  /** Who paid it in the program; undefined where it was paid elsewhere. */
  readonly payer: Address | undefined;
  readonly lines: readonly PostedLine[];
  /** What it set aside for standing lines and the residual, in the currency's smallest unit. */
  readonly setAside: bigint;
}

/** A posted sale's words, as its event, refunds and disputes have them. */
export interface SaleWords {
  readonly head: bigint;
  /** One for each line, and the payer's behind them. */
  readonly words: readonly bigint[];
}
