import { ETHER } from "@core/currency/ETHER";
import { HistoryMismatchError } from "@core/history/HistoryMismatchError";
import { splitWord } from "@core/history/HistoryWord";
import { readBack } from "@core/history/readBack";
import type { Ledger } from "@core/ledger/Ledger";
import { LedgerReader } from "@core/ledger/LedgerReader";
import { findCreationBlock } from "@core/logs/findCreationBlock";
import { RangeSize } from "@core/logs/RangeSize";
import { streamLogs } from "@core/logs/streamLogs";
import { greater } from "@core/money/greater";
import { programAbi } from "@generated/abis";
import { createPublicClient, formatLog, numberToHex, type PublicClient, type RpcLog } from "viem";
import { explainError } from "../lib/errors/explainError";
import { transportOf } from "../lib/site/transportOf";
import type { Head, HistorySource } from "./HistorySource";
import { type HistoryState, NOTHING_READ } from "./HistoryState";
import { LogStore } from "./LogStore";
import type { MinedLog } from "./MinedLog";
import { pastOf } from "./Past";
import { type Answer, type Asked, type Known, QUESTIONS, type QuestionName } from "./QUESTIONS";
import { type Blocks, ReadBlocks } from "./ReadBlocks";

/** The newest blocks are read again each time: a reorganised chain may have others in their place. */
const UNSETTLED = 32n;

/** Windows of a gap that are asked for before those below, the newest first. */
const QUESTIONS_PER_WINDOW = 8n;

/** Milliseconds. */
const RETRY_AFTER = 15_000;
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
    for (;;) {
      try {
        await this.#restore();
        await this.#readRemembered();
        await this.#readRest();
        return;
      } catch (error) {
        // What was kept of a chain that has other blocks now proves nothing.
        if (error instanceof HistoryMismatchError) await this.#store?.clear();
        this.#change({ failure: explainError(error) });
        await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
        this.#change({ failure: undefined });
      }
    }
  }

  /** Takes what was kept of earlier visits. */
  async #restore(): Promise<void> {
    const { address } = this.#source;
    this.#store ??= await LogStore.open(this.#client, address);
    const settled = this.#settled();
    for (const range of await this.#store.load()) if (range.to <= settled) this.#blocks.add(range);
    this.#build();
  }

  /** What the program remembers, the newest call first. */
  async #readRemembered(): Promise<void> {
    const { address, chainId } = this.#source;
    const blockNumber = this.#newest();
    const [word, creation] = await Promise.all([
      this.#client.readContract({ address, abi: programAbi, functionName: "history", blockNumber }),
      this.#creationBlock(),
    ]);
    const timeOf = async (log: MinedLog): Promise<bigint> =>
      log.blockTimestamp ??
      (await this.#client.getBlock({ blockNumber: log.blockNumber })).timestamp;
    const reading = { chainId, address, word, creation, timeOf, getLogs: this.#read };
    const newest = splitWord(word).block;
    for await (const { blockNumber: block } of readBack<MinedLog>(reading)) {
      this.#change({ share: Number(newest - block + 1n) / Number(newest - creation + 1n) });
    }
    this.#build();
    this.#change({ isWhole: true, share: 1 });
  }

  /** What no word tells of: claims, plain receipts. */
  async #readRest(): Promise<void> {
    const creation = await this.#creationBlock();
    for (const gap of this.#blocks.gaps(creation, this.#newest())) {
      for (const { from, to } of this.#windowsOf(gap)) {
        for await (const piece of streamLogs(
          this.#ask,
          { fromBlock: from, toBlock: to },
          this.#size,
        ))
          await this.#keep(piece);
      }
    }
    this.#build();
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
    const { address } = this.#source;
    this.#creation ??= await findCreationBlock(
      async (blockNumber) => (await this.#client.getCode({ address, blockNumber })) !== undefined,
      this.#newest(),
    );
    return this.#creation;
  }

  /** All logs of some blocks: those that are known, or else the node's. */
  readonly #read = async (from: bigint, to: bigint): Promise<readonly MinedLog[]> => {
    const known = this.#blocks.find(from, to);
    if (known !== undefined) return known;
    const logs = await this.#ask(from, to);
    await this.#keep({ from, to, logs });
    return logs;
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
