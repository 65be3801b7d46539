import type { Address } from "viem";

/** Which program's past is read, and from where. */
export interface HistorySource {
  readonly rpcUrl: string;
  readonly chainId: number;
  readonly address: Address;
  /** Where history files of it lie (`history sync`), as the site's list has it. */
  readonly files: string | undefined;
  /** The block of its creation, or an earlier one, as the site's list has it. */
  readonly creation: number | undefined;
}

/** The newest block, as the page knows it. */
export interface Head {
  readonly number: bigint;
  /** Seconds. */
  readonly time: bigint;
}
