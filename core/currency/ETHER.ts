import type { Address } from "viem";

/** ETH in the place of a token, as ERC-7528 has it. */
export const ETHER: Address = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
