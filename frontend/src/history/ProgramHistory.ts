import { ETHER } from "@core/currency/ETHER";
import type { HistoryIndex, IndexedPart } from "@core/history/files/HistoryIndex";
import { foldsIn } from "@core/history/foldsIn";
import { HistoryMismatchError } from "@core/history/HistoryMismatchError";
import { splitWord } from "@core/history/HistoryWord";
import { readBack } from "@core/history/readBack";
import { seedHash } from "@core/history/seedHash";
import { type TimedFold, verifyHistory } from "@core/history/verifyHistory";
import type { Ledger } from "@core/ledger/Ledger";
import { LedgerReader } from "@core/ledger/LedgerReader";
import { askForLogs } from "@core/logs/askForLogs";
import { findCreationBlock } from "@core/logs/findCreationBlock";
import { RangeSize } from "@core/logs/RangeSize";
import { streamLogs } from "@core/logs/streamLogs";
import { greater } from "@core/money/greater";
import { programAbi } from "@generated/abis";
import {
  createPublicClient,
  formatLog,
  getAbiItem,
  numberToHex,
  type PublicClient,
  type RpcLog,
  toEventSelector,
} from "viem";
import { explainError } from "../lib/errors/explainError";
import { transportOf } from "../lib/site/transportOf";
import type { Head, HistorySource } from "./HistorySource";
import { type HistoryState, NOTHING_READ } from "./HistoryState";
import { LogStore } from "./LogStore";
import type { MinedLog } from "./MinedLog";
import { pastOf } from "./Past";
import { type Answer, type Asked, type Known, QUESTIONS, type QuestionName } from "./QUESTIONS";
import { type Blocks, ReadBlocks } from "./ReadBlocks";
import { readHistoryIndex, readHistoryParts } from "./readHistoryFiles";

/** The newest blocks are read again each time: a reorganised chain may have others in their place. */
const UNSETTLED = 32n;

const TERMS_AGREED = toEventSelector(getAbiItem({ abi: programAbi, name: "TermsAgreed" }));

/** Windows of a gap that are asked for before those below, the newest first. */
const QUESTIONS_PER_WINDOW = 8n;

/** Milliseconds: at first, and at most. */
const RETRY_AFTER = 3_000;
const RETRY_AT_LAST = 10_000;
const TELL_EVERY = 200;

/** Logs that are worth putting the ledger together anew; more each time, so that all of it stays as cheap as reading twice. */
const FIRST_LOGS = 20;

/**
 * A program's past as far as it is read: the newest blocks first, then what the program remembers, back from call to call or by
 * ranges, each proved by the word after it, then all other blocks. Runs where it stops no page.
 */
export class ProgramHistory {
  readonly #source: HistorySource;
  readonly #client: PublicClient;
  readonly #tell: (state: HistoryState) => void;
  readonly #size = new RangeSize(1n << 40n);
  #blocks = new ReadBlocks<MinedLog>();
  #store: LogStore | undefined;
  #creation: bigint | undefined;
  #head: Head | undefined;
  #reader = new LedgerReader(ETHER);
  #ledger: Ledger | undefined;
  /** Logs that were found since the ledger was put together, and in it. */
  #found = 0;
  #entered = 0;
  #state = NOTHING_READ;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #advancing: Promise<void> = Promise.resolve();

  constructor(source: HistorySource, tell: (state: HistoryState) => void) {
    this.#source = source;
    this.#tell = tell;
    this.#client = createPublicClient({ transport: transportOf(source.rpcUrl) });
  }

  /** Answers from what is read by now. */
  answer<Name extends QuestionName>(name: Name, asked: Asked<Name>): Answer<Name> {
    const known: Known = {
      ledger: this.#known(),
      logsAt: (block) => this.#blocks.find(block, block) ?? [],
    };
    // The compiler does not see that a question's answer goes with its name.
    const question = QUESTIONS[name] as (known: Known, ...asked: unknown[]) => unknown;
    return question(known, ...asked) as Answer<Name>;
  }

  /** Reads up to a block that the chain has come to, and begins with the past. */
  advance(head: Head): Promise<void> {
    this.#advancing = this.#advancing.then(async () => {
      try {
        await this.#follow(head);
      } catch (error) {
        this.#change({ failure: explainError(error) });
        setTimeout(() => void this.advance(head), RETRY_AFTER);
      }
    });
    return this.#advancing;
  }

  async #follow(head: Head): Promise<void> {
    const last = this.#head;
    if (last?.number === head.number) return;
    // A chain that has become shorter is another chain: a local one that was started again.
    if (last !== undefined && head.number < last.number) return this.#startAnew(head);
    const from = greater(0n, (last ?? head).number - UNSETTLED);
    const before = last && this.#blocks.find(from, last.number);
    const logs: MinedLog[] = [];
    for await (const piece of streamLogs(
      this.#ask,
      { fromBlock: from, toBlock: head.number },
      this.#size,
    ))
      logs.push(...piece.logs);
    this.#blocks.add({ from, to: head.number, logs });
    this.#head = head;
    this.#change({ failure: undefined });
    if (last === undefined) {
      this.#build();
      void this.#readPast();
      return;
    }
    const isNew = ({ blockNumber }: MinedLog): boolean => blockNumber > last.number;
    const isReorganised = !isSame(
      before ?? [],
      logs.filter((log) => !isNew(log)),
    );
    if (isReorganised) this.#build();
    else this.#enter(logs.filter(isNew));
    if (isReorganised || logs.some(isNew)) this.#change({ news: this.#state.news + 1 });
  }

  async #startAnew(head: Head): Promise<void> {
    this.#blocks = new ReadBlocks();
    this.#creation = undefined;
    this.#head = undefined;
    this.#change({ ...NOTHING_READ, version: this.#state.version, news: this.#state.news + 1 });
    await this.#follow(head);
  }

  /** Reads all that is left, and again after each failure. */
  async #readPast(): Promise<void> {
    for (let pause = RETRY_AFTER; ; pause = Math.min(2 * pause, RETRY_AT_LAST)) {
      try {
        await this.#restore();
        await this.#readRemembered();
        await this.#readRest();
        return;
      } catch (error) {
        // What was kept of a chain that has other blocks now proves nothing.
        if (error instanceof HistoryMismatchError) await this.#store?.clear();
        this.#change({ failure: explainError(error) });
        await new Promise((resolve) => setTimeout(resolve, pause));
        this.#change({ failure: undefined });
      }
    }
  }

  /** Takes what was kept of earlier visits, and what history files have. */
  async #restore(): Promise<void> {
    this.#store ??= await LogStore.open(this.#client, this.#source.address);
    const settled = this.#settled();
    for (const range of await this.#store.load()) {
      if (range.to > settled) continue;
      this.#blocks.add(range);
      this.#found += range.logs.length;
    }
    await this.#readFiles();
    this.#buildIfNew();
  }

  /** What is wrong with them costs the visitor time, and nothing else. */
  async #readFiles(): Promise<void> {
    const { files } = this.#source;
    if (files === undefined) return;
    try {
      const index = await readHistoryIndex(files, this.#source);
      const parts = await this.#partsOfThisChain(index);
      this.#creation ??= parts[0] && BigInt(parts[0].from);
      const missing = parts.filter(
        ({ from, to }) => this.#blocks.find(BigInt(from), BigInt(to)) === undefined,
      );
      for await (const range of readHistoryParts(files, index, missing)) {
        this.#blocks.add(range);
        this.#found += range.logs.length;
        // The newest sales are shown while the others come; in between the ledger is not put together, to be ready sooner.
        if (this.#entered === 0) this.#build();
      }
    } catch (error) {
      console.warn(error);
    }
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

  /** What the program remembers, the newest call first, each proved by the word after it. */
  async #readRemembered(): Promise<void> {
    const { address, chainId } = this.#source;
    const blockNumber = this.#newest();
    const [word, creation] = await Promise.all([
      this.#client.readContract({ address, abi: programAbi, functionName: "history", blockNumber }),
      this.#creationBlock(),
    ]);
    const newest = splitWord(word).block;
    if (!(await this.#hasCall(newest))) return this.#readUnhopped(word, blockNumber);
    const timeOf = (log: MinedLog): Promise<bigint> => this.#timeOf(log);
    const reading = { chainId, address, word, creation, timeOf, getLogs: this.#read };
    this.#noticeWhole(creation, newest);
    for await (const { blockNumber: block } of readBack<MinedLog>(reading)) {
      const share = Number(newest - block + 1n) / Number(newest - creation + 1n);
      if (!this.#state.isWhole) this.#change({ share });
      this.#noticeWhole(creation, newest);
    }
    this.#buildIfNew();
    this.#change({ isWhole: true, isProved: true, share: 1 });
  }

  /** Whether a call of the program is where its word says: not so on chains whose contracts see another chain's blocks. */
  async #hasCall(block: bigint): Promise<boolean> {
    if (block > this.#newest()) return false;
    return foldsIn(await this.#read(block, block)).length > 0;
  }

  /** All blocks, and then whether their events lead to the word. */
  async #readUnhopped(word: bigint, blockNumber: bigint): Promise<void> {
    await this.#readRest();
    const logs = this.#blocks.logs().filter((log) => log.blockNumber <= blockNumber);
    const folds: TimedFold[] = [];
    for (const fold of foldsIn(logs)) folds.push({ ...fold, time: await this.#timeOf(fold.end) });
    const agreed = logs.find(({ topics }) => topics[0] === TERMS_AGREED)?.topics[1];
    const [broken] =
      agreed === undefined
        ? [{ fold: undefined }]
        : verifyHistory(folds, seedHash({ ...this.#source, termsHash: agreed }), word);
    if (broken !== undefined)
      throw new HistoryMismatchError(
        broken.fold?.blockNumber ?? blockNumber,
        "other events",
        "those",
      );
    this.#change({ isWhole: true, isProved: true, share: 1 });
  }

  /** Once nothing is left to read, what is left is to prove it. */
  #noticeWhole(creation: bigint, newest: bigint): void {
    if (this.#state.isWhole || this.#blocks.gaps(creation, newest).length > 0) return;
    this.#buildIfNew();
    this.#change({ isWhole: true, share: 1 });
  }

  async #timeOf({ blockTimestamp, blockNumber }: MinedLog): Promise<bigint> {
    return blockTimestamp ?? (await this.#client.getBlock({ blockNumber })).timestamp;
  }

  /** What no word tells of: claims, plain receipts. */
  async #readRest(): Promise<void> {
    const creation = await this.#creationBlock();
    for (const gap of this.#blocks.gaps(creation, this.#newest())) {
      for (const { from, to } of this.#windowsOf(gap)) {
        const range = { fromBlock: from, toBlock: to };
        for await (const piece of streamLogs(this.#ask, range, this.#size)) await this.#keep(piece);
      }
    }
    this.#buildIfNew();
    this.#change({ isAll: true });
  }

  *#windowsOf({ from, to }: Blocks): Generator<Blocks> {
    for (let last = to; last >= from; ) {
      const first = greater(from, last - this.#size.blocks * QUESTIONS_PER_WINDOW + 1n);
      yield { from: first, to: last };
      last = first - 1n;
    }
  }

  async #creationBlock(): Promise<bigint> {
    const { creation } = this.#source;
    this.#creation ??= creation === undefined ? await this.#findCreation() : BigInt(creation);
    return this.#creation;
  }

  /** The first block where the node tells of old blocks what is not so. */
  async #findCreation(): Promise<bigint> {
    const { address } = this.#source;
    const found = await findCreationBlock(
      async (blockNumber) => (await this.#client.getCode({ address, blockNumber })) !== undefined,
      this.#newest(),
    );
    const logs = await askForLogs(this.#ask, found, found);
    return logs.length > 0 ? found : 0n;
  }

  /** All logs of some blocks: those that are known, the others from the node. */
  readonly #read = async (from: bigint, to: bigint): Promise<readonly MinedLog[]> => {
    for (const gap of this.#blocks.gaps(from, to)) {
      const logs = await askForLogs(this.#ask, gap.from, gap.to);
      await this.#keep({ ...gap, logs });
    }
    return this.#blocks.find(from, to) ?? [];
  };

  readonly #ask = async (from: bigint, to: bigint): Promise<readonly MinedLog[]> => {
    const { address } = this.#source;
    const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) };
    const logs: RpcLog[] = await this.#client.request({
      method: "eth_getLogs",
      params: [{ address, ...range }],
    });
    return logs.map((log) => formatLog(log) as MinedLog);
  };

  async #keep(range: {
    readonly from: bigint;
    readonly to: bigint;
    readonly logs: readonly MinedLog[];
  }): Promise<void> {
    this.#blocks.add(range);
    this.#found += range.logs.length;
    if (this.#found >= Math.max(FIRST_LOGS, this.#entered)) this.#build();
    if (range.to <= this.#settled()) await this.#store?.save(range);
  }

  #buildIfNew(): void {
    if (this.#found > 0) this.#build();
  }

  /** Puts the ledger together anew. */
  #build(): void {
    const logs = this.#blocks.logs();
    this.#reader = new LedgerReader(ETHER);
    this.#reader.add(logs);
    this.#found = 0;
    this.#entered = logs.length;
    this.#renew();
  }

  #enter(logs: readonly MinedLog[]): void {
    if (logs.length === 0) return;
    this.#reader.add(logs);
    this.#entered += logs.length;
    this.#renew();
  }

  #renew(): void {
    this.#ledger = undefined;
    this.#change({ past: pastOf(this.#known()), version: this.#state.version + 1 });
  }

  #known(): Ledger {
    this.#ledger ??= this.#reader.ledger();
    return this.#ledger;
  }

  #newest(): bigint {
    return this.#head?.number ?? 0n;
  }

  #settled(): bigint {
    return this.#newest() - UNSETTLED;
  }

  #change(news: Partial<HistoryState>): void {
    this.#state = { ...this.#state, ...news };
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#tell(this.#state);
    }, TELL_EVERY);
  }
}

function isSame(before: readonly MinedLog[], after: readonly MinedLog[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ blockHash, logIndex }, index) => {
      const other = after[index];
      return blockHash === other?.blockHash && logIndex === other.logIndex;
    })
  );
}
