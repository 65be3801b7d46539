import type { Address, Hash, Hex } from "viem";
import type { Purpose } from "./Step.ts";

/**
 * `planned`: written, perhaps on its way; `sent`: an RPC took it; `mined`: in a block; `final`: in a block with enough others
 * above it; `reverted`: in a block, without effect; `replaced`: another transaction took its nonce; `withdrawn`: an earlier run
 * planned it, no node has it, and it is not sent any more: another one takes its nonce; `handed out`: somebody else is to make the
 * call, by a transaction of theirs. It has no nonce of its own but a number below zero.
 */
type TransactionState =
  | "planned"
  | "sent"
  | "mined"
  | "final"
  | "reverted"
  | "replaced"
  | "withdrawn"
  | "handed out";

/** One sending of a transaction. All attempts share nonce and call, so that at most one of them is ever mined. */
export interface Attempt extends Fees {
  /** Undefined until the RPC told it. */
  readonly hash: Hash | undefined;
}

/** Per unit of gas, in wei. */
export interface Fees {
  readonly maxFee: bigint;
  readonly priorityFee: bigint;
}

/** Where a transaction was mined. */
export interface Mined {
  readonly hash: Hash;
  readonly block: bigint;
  readonly blockHash: Hash;
  readonly gasUsed: bigint;
}

/** What is sent: a call by an account. */
export interface Call {
  readonly purpose: Purpose;
  readonly account: Address;
  readonly to: Address;
  readonly value: bigint;
  readonly data: Hex;
  readonly gas: bigint;
}

/** A transaction as the journal keeps it. */
export interface Transaction extends Call {
  readonly id: number;
  readonly nonce: number;
  readonly state: TransactionState;
  /** The chain's head when it was planned: it cannot be mined below. */
  readonly plannedAt: bigint;
  /** In order; there is at least one. */
  readonly attempts: readonly Attempt[];
  readonly mined: Mined | undefined;
}
