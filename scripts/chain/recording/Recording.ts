import type { Address, Hex } from "viem";
import type { ValueCall } from "./encodeCalls.ts";

/** A transaction that would be sent. */
export interface RecordedCall extends ValueCall {
  readonly from: Address;
  readonly functionName: string;
  /** As a node estimates it; undefined where it cannot tell. */
  readonly gas: bigint | undefined;
}

/** What a command would send, in its order. */
export interface Recording {
  /** The account that is to act; undefined for whichever the network has. */
  readonly account: Address | undefined;
  readonly calls: readonly RecordedCall[];
  /** Takes a call without a node being asked whether it succeeds. */
  add(call: RecordedCall): Hex;
  /** Forgets what was recorded: it is worked out anew. */
  clear(): void;
}
