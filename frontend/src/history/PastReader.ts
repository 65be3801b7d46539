import type { HistoryIndex, IndexedPart } from "@core/history/files/HistoryIndex";
import { foldsIn } from "@core/history/foldsIn";
import { splitWord } from "@core/history/HistoryWord";
import { readBack } from "@core/history/readBack";
import { requireProved } from "@core/history/requireProved";
import { seedIn } from "@core/history/seedIn";
import { askForLogs } from "@core/logs/askForLogs";
import { findCreationBlock } from "@core/logs/findCreationBlock";
import type { GetLogs } from "@core/logs/GetLogs";
import { getLogsOf } from "@core/logs/getLogsOf";
import type { MinedLog } from "@core/logs/MinedLog";
import { RangeSize } from "@core/logs/RangeSize";
import { streamLogs } from "@core/logs/streamLogs";
import { greater } from "@core/money/greater";
import { lesser } from "@core/money/lesser";
import { programAbi } from "@generated/abis/Program";
import type { Reader } from "../lib/site/openReader";
import type { HistorySource } from "./HistorySource";
import type { HistoryState } from "./HistoryState";
import { LogStore } from "./LogStore";
import { type BlockRange, type Blocks, ReadBlocks } from "./ReadBlocks";
import { readHistoryIndex, readHistoryParts } from "./readHistoryFiles";

/** The newest blocks are read again each time: a reorganised chain may have others in their place. */
export const UNSETTLED = 32n;

/** Windows of a gap that are asked for before those below, the newest first. */
const QUESTIONS_PER_WINDOW = 8n;

/** Gets to know of what is read. */
export interface PastListener {
  /** Logs of earlier blocks became known. */
  readonly found: (logs: number) => void;
  readonly tell: (news: Partial<HistoryState>) => void;
}

/** What a reader begins with. */
export interface Beginning {
  readonly blocks?: ReadBlocks<MinedLog>;
  readonly creation?: bigint | undefined;
  /** Where the site's history files lie, as far as they are to be read. */
  readonly files: string | undefined;
  /** Whether to take what the browser kept. */
  readonly isKept: boolean;
}

/** Up to where it is proved that nothing is missing. */
interface Proved {
  readonly head: bigint;
  /** The program's word there. */
  readonly word: bigint;
}

/**
 * Reads a program's past on one chain: what the browser kept and the site's files have, then what the program remembers, back from
 * call to call or by ranges, each proved by the word after it, then all other blocks. What proves false is for a new reader to
 * read anew, from the node alone.
 */
export class PastReader {
  #isStopped = false;
  #isFirsthand = true;
  readonly #source: HistorySource;
  readonly #client: Reader;
  readonly #listener: PastListener;
  readonly #getLogs: GetLogs<MinedLog>;
  readonly #size = new RangeSize(1n << 40n);
  readonly #blocks: ReadBlocks<MinedLog>;
  #files: string | undefined;
  #isKept: boolean;
  #store: LogStore | undefined;
  #creation: bigint | undefined;
  #head = 0n;
  #proved: Proved | undefined;

  constructor(
    source: HistorySource,
    client: Reader,
    listener: PastListener,
    { blocks, creation, files, isKept }: Beginning,
  ) {
    this.#source = source;
    this.#client = client;
    this.#listener = {
      found: (logs) => this.#isStopped || listener.found(logs),
      tell: (news) => this.#isStopped || listener.tell(news),
    };
    this.#getLogs = getLogsOf(client, source.address);
    this.#isFirsthand = blocks === undefined;
    this.#blocks = blocks ?? new ReadBlocks();
    this.#creation = creation;
    this.#files = files;
    this.#isKept = isKept;
  }

  /** Whether all that is known is from the node, and of this visit. */
  get isFirsthand(): boolean {
    return this.#isFirsthand;
  }

  get isProved(): boolean {
    return this.#proved !== undefined;
  }

  /** What is under way comes to nothing; another reader goes on from here. */
  stop(): Beginning {
    this.#isStopped = true;
    return {
      ...{ blocks: this.#blocks, creation: this.#creation },
      ...{ files: this.#files, isKept: this.#isKept },
    };
  }

  logs(): MinedLog[] {
    return this.#blocks.logs();
  }

  find(from: bigint, to: bigint): MinedLog[] | undefined {
    return this.#blocks.find(from, to);
  }

  /** Asks the node, whatever is known. */
  async readAgain(from: bigint, to: bigint): Promise<MinedLog[]> {
    const logs: MinedLog[] = [];
    const range = { fromBlock: from, toBlock: to };
    for await (const piece of streamLogs(this.#getLogs, range, this.#size))
      logs.push(...piece.logs);
    return logs;
  }

  /**
   * Enters the newest blocks; where all before them is proved, they are too.
   *
   * @throws {HistoryMismatchError} Where they are not what the program remembers: then they are not entered.
   */
  async enterNewest(range: BlockRange<MinedLog>): Promise<void> {
    const proved = this.#proved;
    const word = proved && (await this.#wordAt(range.to));
    if (proved !== undefined && word !== undefined) {
      const news = range.logs.filter(({ blockNumber }) => blockNumber > proved.head);
      await requireProved(news, { hash: splitWord(proved.word).hash, word }, this.#timeOf);
      this.#proved = { head: range.to, word };
    }
    if (this.#isStopped) return;
    this.#blocks.add(range);
    this.#head = range.to;
  }

  /** Whether the node still has the block of the newest log up to some block. */
  async isSameChain(upTo: bigint): Promise<boolean> {
    const last = this.logs().findLast(({ blockNumber }) => blockNumber <= upTo);
    if (last === undefined) return false;
    const block = await this.#client.getBlock({ blockNumber: last.blockNumber });
    return block.hash === last.blockHash;
  }

  /** Reads all that is left. @throws {HistoryMismatchError} Where it is not what the program remembers. */
  async readAll(): Promise<void> {
    this.#store ??= await LogStore.open(this.#client, this.#source);
    if (this.#isKept) await this.#takeKept(this.#store);
    // What is wrong with the files costs the visitor time, and nothing else.
    if (this.#files !== undefined)
      await this.#readFiles(this.#files).catch((error) => console.warn(error));
    await this.#readRemembered();
    await this.#readRest();
  }

  /** What was kept is not what it should be. */
  async forget(): Promise<void> {
    await this.#store?.clear();
  }

  async #takeKept(store: LogStore): Promise<void> {
    const settled = this.#settled();
    for (const range of await store.load()) if (range.to <= settled) this.#enter(range);
    this.#isKept = false;
  }

  #enter(range: BlockRange<MinedLog>): void {
    this.#isFirsthand = false;
    this.#blocks.add(range);
    this.#listener.found(range.logs.length);
  }

  async #readFiles(files: string): Promise<void> {
    const index = await readHistoryIndex(files, this.#source);
    const parts = await this.#partsOfThisChain(index);
    this.#creation ??= parts[0] && BigInt(parts[0].from);
    const missing = parts.filter(
      ({ from, to }) => this.#blocks.find(BigInt(from), BigInt(to)) === undefined,
    );
    for await (const range of readHistoryParts(files, index, missing)) {
      if (this.#isStopped) return;
      this.#enter(range);
    }
    this.#files = undefined;
  }

  /** Parts at the end may be of blocks that the chain has no more. */
  async #partsOfThisChain({ parts }: HistoryIndex): Promise<readonly IndexedPart[]> {
    for (let count = parts.length; count > 0; count--) {
      const { to, hash } = parts[count - 1] as IndexedPart;
      const block = await this.#client.getBlock({ blockNumber: BigInt(to) }).catch(() => undefined);
      if (block?.hash === hash) return parts.slice(0, count);
    }
    return [];
  }

  /** What the program remembers, the newest call first, each proved by the word after it; and then what it told meanwhile. */
  async #readRemembered(): Promise<void> {
    if (this.#proved !== undefined) return;
    const { address, chainId } = this.#source;
    const head = this.#head;
    const [word, creation] = await Promise.all([this.#wordAt(head), this.#creationBlock()]);
    const newest = splitWord(word).block;
    if (await this.#hasCall(newest)) {
      const reading = { chainId, address, word, creation, getLogs: this.#read };
      let isWhole = this.#noticeWhole(creation, newest);
      for await (const { blockNumber } of readBack<MinedLog>({
        ...reading,
        timeOf: this.#timeOf,
      })) {
        if (isWhole) continue;
        const share = Number(newest - blockNumber + 1n) / Number(newest - creation + 1n);
        this.#listener.tell({ share: Math.min(share, 1) });
        isWhole = this.#noticeWhole(creation, newest);
      }
    } else {
      await this.#readBlocks();
      const logs = this.#logsUpTo(head);
      await requireProved(logs, { hash: seedIn(this.#source, logs), word }, this.#timeOf);
    }
    await this.#proveSince({ head, word });
    // The site may have named a later block.
    this.#creation = lesser(creation, this.#blocks.logs()[0]?.blockNumber ?? creation);
    this.#listener.tell({ isWhole: true, isProved: true, share: 1 });
  }

  /** What came while the rest was read. */
  async #proveSince(proved: Proved): Promise<void> {
    let { head, word } = proved;
    while (head < this.#head) {
      const next = this.#head;
      const news = this.#blocks.find(head + 1n, next) ?? [];
      const after = await this.#wordAt(next);
      await requireProved(news, { hash: splitWord(word).hash, word: after }, this.#timeOf);
      head = next;
      word = after;
    }
    this.#proved = { head, word };
  }

  #logsUpTo(block: bigint): MinedLog[] {
    return this.#blocks.logs().filter(({ blockNumber }) => blockNumber <= block);
  }

  #wordAt(blockNumber: bigint): Promise<bigint> {
    const { address } = this.#source;
    return this.#client.readContract({
      ...{ address, abi: programAbi, functionName: "history", blockNumber },
    });
  }

  /** Whether a call of the program is where its word says: not so on chains whose contracts see another chain's blocks. */
  async #hasCall(block: bigint): Promise<boolean> {
    if (block > this.#head) return false;
    return foldsIn(await this.#read(block, block)).length > 0;
  }

  /** Once nothing is left to read, what is left is to prove it. */
  #noticeWhole(creation: bigint, newest: bigint): boolean {
    const isWhole = this.#blocks.gaps(creation, newest).length === 0;
    if (isWhole) this.#listener.tell({ isWhole, share: 1 });
    return isWhole;
  }

  readonly #timeOf = async ({ blockTimestamp, blockNumber }: MinedLog): Promise<bigint> =>
    blockTimestamp ?? (await this.#client.getBlock({ blockNumber })).timestamp;

  /** What no word tells of: claims, plain receipts. */
  async #readRest(): Promise<void> {
    await this.#readBlocks();
    this.#listener.tell({ isAll: true });
  }

  async #readBlocks(): Promise<void> {
    const creation = await this.#creationBlock();
    for (const gap of this.#blocks.gaps(creation, this.#head)) {
      for (const { from, to } of this.#windowsOf(gap)) {
        const range = { fromBlock: from, toBlock: to };
        for await (const piece of streamLogs(this.#getLogs, range, this.#size))
          await this.#keep(piece);
      }
    }
  }

  *#windowsOf({ from, to }: Blocks): Generator<Blocks> {
    for (let last = to; last >= from; ) {
      const first = greater(from, last - this.#size.blocks * QUESTIONS_PER_WINDOW + 1n);
      yield { from: first, to: last };
      last = first - 1n;
    }
  }

  async #creationBlock(): Promise<bigint> {
    const { address, creation } = this.#source;
    this.#creation ??=
      creation === undefined
        ? await findCreationBlock(this.#client, address, this.#head)
        : BigInt(creation);
    return this.#creation;
  }

  /** All logs of some blocks: those that are known, the others from the node. */
  readonly #read = async (from: bigint, to: bigint): Promise<readonly MinedLog[]> => {
    for (const gap of this.#blocks.gaps(from, to)) {
      const logs = await askForLogs(this.#getLogs, gap.from, gap.to);
      await this.#keep({ ...gap, logs });
    }
    return this.#blocks.find(from, to) ?? [];
  };

  async #keep(range: BlockRange<MinedLog>): Promise<void> {
    if (this.#isStopped) throw new StoppedError();
    this.#blocks.add(range);
    this.#listener.found(range.logs.length);
    if (range.to <= this.#settled()) await this.#store?.save(range);
  }

  #settled(): bigint {
    return this.#head - UNSETTLED;
  }
}

class StoppedError extends Error {
  override readonly name = "StoppedError";
}
