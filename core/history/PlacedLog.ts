import type { Hash } from "viem";
import type { RawLog } from "../batches/hashLog.ts";

/** A program's log as a node gives it, with where it stands. */
export interface PlacedLog extends RawLog {
  readonly blockNumber: bigint;
  readonly transactionHash: Hash;
  readonly logIndex: number;
}
