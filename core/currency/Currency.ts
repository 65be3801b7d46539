import type { Address } from "viem";

/** A currency of a program. */
export interface Currency {
  /** Its place in the terms. */
  readonly index: number;
  readonly symbol: string;
  readonly address: Address;
  readonly decimals: number;
}
