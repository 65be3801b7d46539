/** One question to a node: every log from the first to the last block. */
export type GetLogs<Entry> = (fromBlock: bigint, toBlock: bigint) => Promise<readonly Entry[]>;

/** What of a log tells it from others and gives its place. */
export interface LogKey {
  readonly blockNumber: bigint | null;
  readonly transactionHash: string | null;
  readonly logIndex: number | null;
  /** By a chain that has other blocks now. */
  readonly removed?: boolean;
}
