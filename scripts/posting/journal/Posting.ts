import type { Address, Hex } from "viem";
import type { Program } from "../../chain/openProgram.ts";
import type { Progress } from "../../Progress.ts";
import type { Journal } from "./Journal.ts";
import type { Observe } from "./Step.ts";
import type { Transaction } from "./Transaction.ts";

/** How patient the poster is, and what it may spend. Times are in milliseconds. */
export interface Settings {
  /** Blocks above a transaction's own after which it is final. */
  readonly confirmations: number;
  /** The most to pay per unit of gas, in wei; undefined for ten times what a transaction was first sent with. */
  readonly maxFee: bigint | undefined;
  /** Between two looks at the chain. */
  readonly pollingInterval: number;
  /** After which a transaction that is not mined is sent again with higher fees. */
  readonly raiseAfter: number;
  /** After which the run ends where nothing moves any more. */
  readonly patience: number;
  /** Transactions on their way together. */
  readonly inFlight: number;
}

/** The poster at work on one program: what it knows, and what it has done in this run. */
export interface Posting {
  readonly program: Program;
  readonly account: Address;
  /** What each batch commits to: the hash of its evidence; zero without any. */
  readonly evidence: Hex;
  readonly journal: Journal;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly observe: Observe;
  /** Gives up what was handed out and is not on the chain, to hand it out or send it anew. */
  readonly again: boolean;
  /** Transactions that were mined in this run, with effect, by their numbers. */
  readonly done: Map<number, Transaction>;
}
