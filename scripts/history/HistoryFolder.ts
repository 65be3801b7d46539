import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
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

const PART_FILE = /^[0-9a-f]{64}\.json\.gz$/;

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
 * No file is ever changed, and none of a proved part removed before others are proved in its place: nodes may not have it any more.
 */
export class HistoryFolder {
  readonly path: string;
  #index: HistoryIndex;
  /** While parts are replaced, the list on disk stays as it was. */
  #isReplacing = false;

  private constructor(path: string, index: HistoryIndex) {
    this.path = path;
    this.#index = index;
  }

  /** Opens a folder, which need not be there. @throws {TributaryError} Where it is of another program. */
  static async open(path: string, { chainId, address }: HistoryIdentity): Promise<HistoryFolder> {
    const text = await readFile(join(path, INDEX_FILE), "utf8").catch(() => undefined);
    if (text === undefined) {
      const parts: IndexedPart[] = [];
      const identity = { format: HISTORY_FORMAT, chainId, program: address } as const;
      return new HistoryFolder(path, { ...identity, parts, proved: 0 });
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
    this.#index = { ...this.#index, parts: [...this.parts, part] };
    if (!this.#isReplacing) await this.#list();
    return part;
  }

  /** Leaves parts at the end out, for others to take their place; on disk once those are proved. */
  replaceFrom(count: number): void {
    const { parts, proved } = this.#index;
    this.#isReplacing = true;
    this.#index = { ...this.#index, parts: parts.slice(0, count), proved: Math.min(proved, count) };
  }

  /** All parts are proved now. What is of no part any more is removed. */
  async keepProved(): Promise<void> {
    this.#index = { ...this.#index, proved: this.parts.length };
    this.#isReplacing = false;
    await mkdir(this.path, { recursive: true });
    await this.#list();
    const files = new Set(this.parts.map(({ sha256: hash }) => fileOf(hash)));
    for (const name of await readdir(this.path))
      if (PART_FILE.test(name) && !files.has(name)) await rm(join(this.path, name));
  }

  /** Takes the parts away that are not proved. */
  async dropUnproved(): Promise<void> {
    if (this.#isReplacing) return;
    this.#index = { ...this.#index, parts: this.parts.slice(0, this.#index.proved) };
    await this.#list();
  }

  #list(): Promise<void> {
    return this.#write(INDEX_FILE, `${JSON.stringify(this.#index, null, 1)}\n`);
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
