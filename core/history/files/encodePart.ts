import type { Address, Hash } from "viem";
import { HISTORY_FORMAT, type HistoryPart, type TimedLog } from "./HistoryPart.ts";

interface PartRange {
  readonly chainId: number;
  readonly program: Address;
  readonly from: number;
  /** Included. */
  readonly to: number;
}

/** The part of a history that these logs are, in order and all that the program has in the range. */
export function encodePart(
  { chainId, program, from, to }: PartRange,
  logs: readonly TimedLog[],
): HistoryPart {
  const blocks: [number, number, Hash][] = [];
  const transactions: Hash[] = [];
  const rows = logs.map((log): HistoryPart["logs"][number] => {
    const number = Number(log.blockNumber);
    if (blocks.at(-1)?.[0] !== number)
      blocks.push([number, Number(log.blockTimestamp), log.blockHash]);
    if (transactions.at(-1) !== log.transactionHash) transactions.push(log.transactionHash);
    return [blocks.length - 1, transactions.length - 1, log.logIndex, log.topics, log.data];
  });
  return { format: HISTORY_FORMAT, chainId, program, from, to, blocks, transactions, logs: rows };
}
