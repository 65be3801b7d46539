import type { Hex } from "viem";
import type { NamedCredit } from "../../files/columns/splitCredits.ts";

/** A sale as its evidence has it, with the credits that follow from the evidence. */
export interface EvidentSale {
  readonly name: string;
  readonly kind: string;
  readonly product: string;
  readonly amount: string;
  readonly currency: string;
  readonly credits: readonly NamedCredit[];
}

/** A refund as its evidence has it. */
export interface EvidentRefund {
  readonly name: string;
  readonly sale: string;
  readonly amount: string;
  readonly reason: string;
  /** What has gone back of the sale with it in all; empty where the evidence does not say. */
  readonly total: string;
  /** All refunds of the same sale in the evidence, in its order. */
  readonly ofSale: readonly EvidentRefund[];
}

/** Sales by their ids on chain, of one manifest. */
export type EvidentSales = ReadonlyMap<Hex, EvidentSale>;
export type EvidentRefunds = ReadonlyMap<Hex, EvidentRefund>;
