import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Address, Hash, Hex } from "viem";
import { decodePart } from "../../core/history/files/decodePart.ts";
import { encodePart } from "../../core/history/files/encodePart.ts";
import { HistoryFileError } from "../../core/history/files/HistoryFileError.ts";
import {
  type HistoryIndex,
  INDEX_FILE,
  type IndexedPart,
  parseIndex,
} from "../../core/history/files/HistoryIndex.ts";
import {
  HISTORY_FORMAT,
  type HistoryPart,
  type TimedLog,
} from "../../core/history/files/HistoryPart.ts";
import { TributaryError } from "../../core/TributaryError.ts";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Which program a folder is of. */
export interface HistoryIdentity {
  readonly chainId: number;
  readonly address: Address;
}

/** What was read of some blocks. */
export interface ReadBlocks {
  readonly from: bigint;
  /** Included. */
  readonly to: bigint;
  readonly hash: Hash;
  readonly logs: readonly TimedLog[];
}

/**
 * A folder with a program's history: `history.json`, which lists the parts, and each part as JSON in a file that goes by its hash.
 * Parts are added, and taken away from the end where the chain has other blocks; none is ever changed.
 */
export class HistoryFolder {
  readonly path: string;
  #index: HistoryIndex;

  private constructor(path: string, index: HistoryIndex) {
    this.path = path;
    this.#index = index;
  }

  /** Opens a folder, which need not be there. @throws {TributaryError} Where it is of another program. */
  static async open(path: string, { chainId, address }: HistoryIdentity): Promise<HistoryFolder> {
    const text = await readFile(join(path, INDEX_FILE), "utf8").catch(() => undefined);
    if (text === undefined) {
      const parts: IndexedPart[] = [];
      return new HistoryFolder(path, { format: HISTORY_FORMAT, chainId, program: address, parts });
    }
    const index = parseIndex(parseText(text));
    if (index.chainId === chainId && index.program === address)
      return new HistoryFolder(path, index);
    throw new TributaryError(`The folder ${path} is of another program.`, {
      found: `${index.program} on chain ${index.chainId}`,
      allowed: `${address} on chain ${chainId}`,
      todo: "Give each program a folder of its own.",
    });
  }

  get parts(): readonly IndexedPart[] {
    return this.#index.parts;
  }

  /** How many events the parts hold. */
  get events(): number {
    return this.parts.reduce((sum, { events }) => sum + events, 0);
  }

  /** The logs of a part, in order. @throws {HistoryFileError} Where its file is missing or is another. */
  async read(part: IndexedPart): Promise<TimedLog[]> {
    const file = fileOf(part.sha256);
    const packed = await readFile(join(this.path, file)).catch(() => undefined);
    if (packed === undefined) throw new HistoryFileError(file, "no such file");
    const text = await unpack(packed).catch(() => undefined);
    if (text === undefined || sha256(text) !== part.sha256)
      throw new HistoryFileError(file, "another content than its name says");
    const { chainId, program } = this.#index;
    const content = parseText(text.toString("utf8")) as HistoryPart;
    return decodePart(content, { ...part, chainId, program }, file);
  }

  /** All logs, in order. */
  async readAll(): Promise<TimedLog[]> {
    const parts = [];
    for (const part of this.parts) parts.push(await this.read(part));
    return parts.flat();
  }

  /** Adds what follows on the last part. Its file is written first: whatever ends the process, the index names no other. */
  async add({ from, to, hash, logs }: ReadBlocks): Promise<IndexedPart> {
    const { chainId, program } = this.#index;
    const range = { chainId, program, from: Number(from), to: Number(to) };
    const text = Buffer.from(JSON.stringify(encodePart(range, logs)));
    const part = {
      from: range.from,
      to: range.to,
      hash,
      events: logs.length,
      sha256: sha256(text),
    };
    await mkdir(this.path, { recursive: true });
    await this.#write(fileOf(part.sha256), await pack(text));
    await this.#list([...this.parts, part]);
    return part;
  }

  /** Takes the last part away: its blocks are no longer those of the chain, or its events were not all. */
  async dropLast(): Promise<void> {
    const last = this.parts.at(-1);
    await this.#list(this.parts.slice(0, -1));
    if (last !== undefined) await rm(join(this.path, fileOf(last.sha256)), { force: true });
  }

  async #list(parts: readonly IndexedPart[]): Promise<void> {
    this.#index = { ...this.#index, parts };
    await this.#write(INDEX_FILE, `${JSON.stringify(this.#index, null, 1)}\n`);
  }

  async #write(name: string, content: string | Buffer): Promise<void> {
    const file = join(this.path, name);
    const draft = `${file}.${process.pid}.tmp`;
    await writeFile(draft, content);
    await rename(draft, file);
  }
}

/** The file of a part, by the hash of what it holds. */
function fileOf(hash: Hex): string {
  return `${hash.slice(2)}.json.gz`;
}

function sha256(content: Buffer): Hex {
  return `0x${createHash("sha256").update(content).digest("hex")}`;
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HistoryFileError(INDEX_FILE, "no JSON");
  }
}
