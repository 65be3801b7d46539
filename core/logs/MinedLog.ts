import type { Hash, Log } from "viem";

/** A log that is in a block; nodes may tell its time. */
export interface MinedLog extends Log<bigint, number, false> {
  readonly blockNumber: bigint;
  readonly blockHash: Hash;
  readonly transactionHash: Hash;
  readonly logIndex: number;
}
