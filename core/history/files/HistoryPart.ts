import type { Address, Hash, Hex } from "viem";

/** The name of the form that the files have. */
export const HISTORY_FORMAT = "tributary-history-1";

/** All logs of a program from one block to another, as a file for the page has them; see docs/history.md. */
export interface HistoryPart {
  readonly format: typeof HISTORY_FORMAT;
  readonly chainId: number;
  readonly program: Address;
  readonly from: number;
  /** Included. */
  readonly to: number;
  /** The blocks that have logs: number, time in seconds, hash. */
  readonly blocks: readonly (readonly [number: number, time: number, hash: Hash])[];
  readonly transactions: readonly Hash[];
  /** In order: where its block and its transaction stand above, its index in the block, topics, data. */
  readonly logs: readonly (readonly [
    block: number,
    transaction: number,
    index: number,
    topics: readonly Hex[],
    data: Hex,
  ])[];
}

/** A log with its place and the time of its block, in seconds. */
export interface TimedLog {
  readonly address: Address;
  readonly topics: [Hex, ...Hex[]] | [];
  readonly data: Hex;
  readonly blockNumber: bigint;
  readonly blockHash: Hash;
  readonly blockTimestamp: bigint;
  readonly transactionHash: Hash;
  readonly logIndex: number;
  readonly transactionIndex: number;
  readonly removed: false;
}
