import { ETHER } from "@core/currency/ETHER";
import { HistoryMismatchError } from "@core/history/HistoryMismatchError";
import type { Ledger } from "@core/ledger/Ledger";
import { LedgerReader } from "@core/ledger/LedgerReader";
import type { MinedLog } from "@core/logs/MinedLog";
import { greater } from "@core/money/greater";
import type { Explanation } from "../lib/errors/Explanation";
import { explainError } from "../lib/errors/explainError";
import { openReader, type Reader } from "../lib/site/openReader";
import type { Head, HistorySource } from "./HistorySource";
import { type HistoryState, NOTHING_READ } from "./HistoryState";
import { pastOf } from "./Past";
import { type Beginning, PastReader, UNSETTLED } from "./PastReader";
import { type Answer, type Asked, type Known, QUESTIONS, type QuestionName } from "./QUESTIONS";

/** Milliseconds: at first, and at most. */
const RETRY_AFTER = 3_000;
const RETRY_AT_LAST = 10_000;
const RETRY_AFTER_A_LIE = 60_000;
const TELL_EVERY = 200;

/** Logs that are worth putting the ledger together anew: so many at first, then as many times those that are in it. */
const FIRST_LOGS = 20;
const GROWTH = 7;

/** Why the news, or the past, cannot be read now. */
type Failures = Partial<Record<"news" | "past", Explanation | undefined>>;

/** A program's past as far as it is read, followed from block to block. Runs where it stops no page. */
export class ProgramHistory {
  readonly #source: HistorySource;
  readonly #client: Reader;
  readonly #tell: (state: HistoryState) => void;
  #past: PastReader;
  #head: Head | undefined;
  /** The newest block that the page has told of, and that is not followed yet. */
  #wanted: Head | undefined;
  #following: Promise<void> | undefined;
  #reader = new LedgerReader(ETHER);
  #ledger: Ledger | undefined;
  /** Logs that were found since the ledger was put together, and in it. */
  #found = 0;
  #entered = 0;
  #failures: Failures = {};
  #state = NOTHING_READ;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(source: HistorySource, tell: (state: HistoryState) => void) {
    this.#source = source;
    this.#tell = tell;
    this.#client = openReader(source.rpcUrl);
    this.#past = this.#readerOf(this.#all());
  }

  /** Answers from what is read by now. */
  answer<Name extends QuestionName>(name: Name, asked: Asked<Name>): Answer<Name> {
    const known: Known = {
      ledger: this.#known(),
      logsAt: (block) => this.#past.find(block, block) ?? [],
    };
    // The compiler does not see that a question's answer goes with its name.
    const question = QUESTIONS[name] as (known: Known, ...asked: unknown[]) => unknown;
    return question(known, ...asked) as Answer<Name>;
  }

  /** Reads up to a block that the chain has come to, and begins with the past. */
  advance(head: Head): Promise<void> {
    this.#wanted = head;
    this.#following ??= this.#followWanted();
    return this.#following;
  }

  async #followWanted(): Promise<void> {
    let isDoubted = false;
    for (let head = this.#takeWanted(); head !== undefined; head = this.#takeWanted()) {
      try {
        await this.#follow(head);
        isDoubted = false;
        this.#fail({ news: undefined });
        this.#change({ isProved: this.#past.isProved });
      } catch (error) {
        // A node's machines may be a block apart: what is so once is asked again before it is told.
        if (isDoubted) this.#fail({ news: explainError(error) });
        if (isDoubted && error instanceof HistoryMismatchError) this.#change({ isProved: false });
        isDoubted = true;
        await pauseFor(RETRY_AFTER);
        this.#wanted ??= head;
      }
    }
    this.#following = undefined;
  }

  #takeWanted(): Head | undefined {
    const head = this.#wanted;
    this.#wanted = undefined;
    return head;
  }

  async #follow(head: Head): Promise<void> {
    const last = this.#head;
    if (last?.number === head.number) return;
    if (last !== undefined && head.number < last.number) return this.#fallBack(head);
    const from = greater(0n, (last ?? head).number - UNSETTLED);
    const past = this.#past;
    const before = past.find(from, last?.number ?? 0n) ?? [];
    const logs = await past.readAgain(from, head.number);
    const news = logs.filter(({ blockNumber }) => blockNumber > (last?.number ?? -1n));
    const isReorganised = !isSame(before, logs.slice(0, logs.length - news.length));
    const reader = isReorganised ? this.#takeOver() : past;
    await reader.enterNewest({ from, to: head.number, logs });
    if (reader !== this.#past) return;
    this.#head = head;
    if (last !== undefined && !isReorganised) this.#enter(news);
    else {
      this.#build();
      void this.#readPast(reader);
    }
    const isNews = isReorganised || news.length > 0;
    if (last !== undefined && isNews) this.#change({ news: this.#state.news + 1 });
  }

  /** A node that lags has the same blocks; a local chain that was started again has others. */
  async #fallBack(head: Head): Promise<void> {
    if (!(await this.#past.isSameChain(head.number))) this.#startAnew(head, this.#all());
  }

  /** The chain has other blocks in the place of its newest: what is known of the others stays, and is proved anew. */
  #takeOver(): PastReader {
    this.#past = this.#readerOf(this.#past.stop());
    this.#change({ isProved: false });
    return this.#past;
  }

  #startAnew(head: Head, beginning: Beginning): void {
    this.#past.stop();
    this.#past = this.#readerOf(beginning);
    this.#head = undefined;
    this.#reader = new LedgerReader(ETHER);
    this.#ledger = undefined;
    this.#found = 0;
    this.#entered = 0;
    const { version, news, failure } = this.#state;
    this.#change({ ...NOTHING_READ, version: version + 1, news: news + 1, failure });
    void this.advance(this.#wanted ?? head);
  }

  #all(): Beginning {
    return { files: this.#source.files, isKept: true };
  }

  #readerOf(beginning: Beginning): PastReader {
    const listener = {
      found: (logs: number) => this.#notice(logs),
      tell: (news: Partial<HistoryState>) => this.#learn(news),
    };
    return new PastReader(this.#source, this.#client, listener, beginning);
  }

  /** Reads all that is left, and again after each failure. */
  async #readPast(past: PastReader): Promise<void> {
    for (let pause = RETRY_AFTER; past === this.#past; pause = Math.min(2 * pause, RETRY_AT_LAST)) {
      try {
        await past.readAll();
        return;
      } catch (error) {
        if (past !== this.#past) return;
        if (error instanceof HistoryMismatchError) return this.#readFirsthand(past, error);
        this.#fail({ past: explainError(error) });
        await pauseFor(pause);
        if (past === this.#past) this.#fail({ past: undefined });
      }
    }
  }

  /** What was kept, or the files, may be what is wrong: the node is asked for all of it, and is the one that lies if it is so again. */
  async #readFirsthand(past: PastReader, error: HistoryMismatchError): Promise<void> {
    await past.forget();
    if (past.isFirsthand) {
      this.#fail({ past: explainError(error) });
      await pauseFor(RETRY_AFTER_A_LIE);
    } else console.warn(error);
    if (past === this.#past && this.#head !== undefined)
      this.#startAnew(this.#head, { files: undefined, isKept: false });
  }

  #notice(logs: number): void {
    this.#found += logs;
    if (this.#found >= Math.max(FIRST_LOGS, GROWTH * this.#entered)) this.#build();
  }

  /** What is whole is shown whole. */
  #learn(news: Partial<HistoryState>): void {
    const isMore = (news.isWhole && !this.#state.isWhole) || (news.isAll && !this.#state.isAll);
    if (this.#found > 0 && (isMore || news.isProved)) this.#build();
    this.#change(news);
    if (news.isProved) this.#fail({ past: undefined });
  }

  /** Puts the ledger together anew. */
  #build(): void {
    const logs = this.#past.logs();
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

  #fail(failures: Failures): void {
    this.#failures = { ...this.#failures, ...failures };
    this.#change({ failure: this.#failures.past ?? this.#failures.news });
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

function pauseFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
