import { type Hash, type Hex, hexToBigInt, size, toEventSelector } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import { hashLog } from "../batches/hashLog.ts";
import { HOW_PROVED } from "./HOW_PROVED.ts";
import type { PlacedLog } from "./PlacedLog.ts";

/** A call that added to a program's history, as its logs tell it. */
export interface Fold<Log extends PlacedLog = PlacedLog> {
  /** The word before it. */
  readonly previous: bigint;
  readonly blockNumber: bigint;
  readonly transaction: Hash;
  /** What it added, in order. */
  readonly hashes: readonly Hex[];
  readonly logs: readonly Log[];
  /** Its `Folded`, which follows them. */
  readonly end: Log;
}

const FOLDED = selectorsOf((name) => name === "Folded");
const REMEMBERED = selectorsOf((name) => HOW_PROVED[name].how === "folded");

/**
 * The calls that added to a program's history, in order: of each transaction the remembered logs up to each `Folded`. Logs that
 * none follows, as of the program's creation, are in no history.
 *
 * @param logs In order, and of this program alone.
 */
export function foldsIn<Log extends PlacedLog>(logs: readonly Log[]): Fold<Log>[] {
  const folds: Fold<Log>[] = [];
  let waiting: Log[] = [];
  for (const log of logs) {
    const [selector = "0x"] = log.topics;
    if (waiting[0]?.transactionHash !== log.transactionHash) waiting = [];
    if (REMEMBERED.has(selector)) waiting.push(log);
    if (!FOLDED.has(selector)) continue;
    // What is no word is never the one before.
    const previous = size(log.data) === 32 ? hexToBigInt(log.data) : 0n;
    const { blockNumber, transactionHash: transaction } = log;
    folds.push({
      previous,
      blockNumber,
      transaction,
      hashes: waiting.map(hashLog),
      logs: waiting,
      end: log,
    });
    waiting = [];
  }
  return folds;
}

function selectorsOf(isMeant: (name: keyof typeof HOW_PROVED) => boolean): ReadonlySet<Hex> {
  const events = programAbi.filter((item) => item.type === "event");
  return new Set(events.filter(({ name }) => isMeant(name)).map((event) => toEventSelector(event)));
}
