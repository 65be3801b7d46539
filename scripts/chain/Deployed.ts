import type { Address } from "viem";
import type { Chain } from "./openChain.ts";

/** A contract on a chain: a program or an equity plan. */
export interface Deployed {
  readonly chain: Chain;
  readonly address: Address;
}
