import type { Address } from "viem";

/** Which program's past is read, and from where. */
export interface HistorySource {
  readonly rpcUrl: string;
  readonly chainId: number;
  readonly address: Address;
}

/** The newest block, as the page knows it. */
export interface Head {
  readonly number: bigint;
  /** Seconds. */
  readonly time: bigint;
}
