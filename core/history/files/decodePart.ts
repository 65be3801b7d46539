import type { Address } from "viem";
import { HistoryFileError } from "./HistoryFileError.ts";
import { HISTORY_FORMAT, type HistoryPart, type TimedLog } from "./HistoryPart.ts";

/** What the index says of a part. */
export interface ExpectedPart {
  readonly chainId: number;
  readonly program: Address;
  readonly from: number;
  readonly to: number;
  readonly events: number;
}

/**
 * The logs of a part, in order. That they are true, and all, is what the program's history proves (`verifyHistory`).
 *
 * @throws {HistoryFileError} Where it is not the part that the index says.
 */
export function decodePart(content: HistoryPart, expected: ExpectedPart, file: string): TimedLog[] {
  if (content?.format !== HISTORY_FORMAT) throw new HistoryFileError(file, "another format");
  for (const key of ["chainId", "program", "from", "to"] as const) {
    if (content[key] !== expected[key])
      throw new HistoryFileError(file, `${key} ${content[key]} instead of ${expected[key]}`);
  }
  const { blocks, transactions, logs, program } = content;
  if (logs.length !== expected.events)
    throw new HistoryFileError(file, `${logs.length} events instead of ${expected.events}`);
  return logs.map(([blockAt, transactionAt, logIndex, topics, data]) => {
    const block = blocks[blockAt];
    const transactionHash = transactions[transactionAt];
    if (block === undefined || transactionHash === undefined)
      throw new HistoryFileError(file, "an event without its block or transaction");
    const [number, time, blockHash] = block;
    return {
      ...{ address: program, topics: [...topics] as TimedLog["topics"], data },
      ...{ blockNumber: BigInt(number), blockHash, blockTimestamp: BigInt(time) },
      ...{ transactionHash, logIndex, transactionIndex: 0, removed: false },
    };
  });
}
