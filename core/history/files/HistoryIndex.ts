import { type Address, getAddress, type Hash, type Hex, isAddress, isHex } from "viem";
import { HistoryFileError } from "./HistoryFileError.ts";
import { HISTORY_FORMAT } from "./HistoryPart.ts";

/** The name of the file that lists a history's parts. */
export const INDEX_FILE = "history.json";

/** One part of a history: the file's name is the hash of what it holds. */
export interface IndexedPart {
  readonly from: number;
  readonly to: number;
  /** Of the block `to`: whether the chain still has it. */
  readonly hash: Hash;
  readonly events: number;
  /** SHA-256 of the part's JSON, by which its file goes. */
  readonly sha256: Hex;
}

/** Which files hold a program's history. */
export interface HistoryIndex {
  readonly format: typeof HISTORY_FORMAT;
  readonly chainId: number;
  readonly program: Address;
  /** Without gaps, from the block of the program's creation, or an earlier one, on. */
  readonly parts: readonly IndexedPart[];
  /** How many of them were compared with what the program remembers; others were added by a run that did not end. */
  readonly proved: number;
}

/** Reads what `history.json` holds. @throws {HistoryFileError} Where it is no index. */
export function parseIndex(content: unknown): HistoryIndex {
  const { format, chainId, program, parts, proved } = recordOf(content);
  if (format !== HISTORY_FORMAT) fail(`the format ${JSON.stringify(format)}`);
  if (!isCount(chainId)) fail("no chain id");
  if (typeof program !== "string" || !isAddress(program, { strict: false })) fail("no program");
  if (!Array.isArray(parts)) fail("no parts");
  if (!isCount(proved) || proved > parts.length) fail("no number of proved parts");
  const read = parts.map(parsePart);
  for (const [index, part] of read.entries()) {
    const last = read[index - 1];
    if (part.to < part.from) fail(`a part from block ${part.from} to ${part.to}`);
    if (last !== undefined && part.from !== last.to + 1)
      fail(`a part from block ${part.from} after one to ${last.to}`);
  }
  return { format, chainId, program: getAddress(program), parts: read, proved };
}

function parsePart(content: unknown): IndexedPart {
  const { from, to, hash, events, sha256 } = recordOf(content);
  if (!isCount(from) || !isCount(to) || !isCount(events)) fail("a part without its blocks");
  if (!isHash(hash) || !isHash(sha256)) fail("a part without its hashes");
  return { from, to, hash, events, sha256 };
}

function recordOf(content: unknown): Record<string, unknown> {
  if (typeof content !== "object" || content === null) fail("no JSON object");
  return content as Record<string, unknown>;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isHash(value: unknown): value is Hex {
  return isHex(value) && value.length === 66;
}

function fail(found: string): never {
  throw new HistoryFileError(INDEX_FILE, found);
}
