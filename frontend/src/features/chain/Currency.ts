import type { Address } from "viem";

/** A currency of a program as people read it. */
export interface Currency {
  readonly address: Address;
  /** Text from the token itself: show it as text only. */
  readonly symbol: string;
  readonly decimals: number;
  readonly isEther: boolean;
}

/** ETH in the place of a token, as ERC-7528 has it. */
export const ETHER: Address = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
