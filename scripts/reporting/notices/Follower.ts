import type { Hex } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";
import { applyEvent } from "../../../core/ledger/applyEvent.ts";
import { type Books, createBooks } from "../../../core/ledger/Books.ts";
import { BrokenHistoryError } from "../../../core/ledger/BrokenHistoryError.ts";
import type { TimedEvent } from "../../../core/ledger/History.ts";
import type { ProgramEvent } from "../../../core/logs/decodeEvents.ts";
import { creationBlockOf } from "../../chain/history/creationBlockOf.ts";
import { readEvents } from "../../chain/history/readEvents.ts";
import { readVersions } from "../../chain/history/readVersions.ts";
import { withTimes } from "../../chain/history/withTimes.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { Notice } from "./Notice.ts";
import { noticesIn } from "./noticesIn.ts";
import type { Cursor } from "./Outbox.ts";
import type { PlacedEvent } from "./PlacedEvent.ts";
import { MissingLogsError, requireComplete } from "./requireComplete.ts";

/** Blocks that are read once more with those that follow: a node may have known too few of their logs. */
const OVERLAP = 30n;

/** Follows a program's events and keeps its books as far as they were read. */
export class Follower {
  readonly #program: Program;
  readonly #events: TimedEvent[] = [];
  readonly #texts = new Map<Hex, Terms>();
  #books: Books | undefined;
  /** What the program remembered at the last block that was read. */
  #word: bigint | undefined;
  #first: bigint | undefined;
  #next: bigint | undefined;

  constructor(program: Program) {
    this.#program = program;
  }

  /** The books as they were at the last block that was read; undefined where the program had not begun. */
  get books(): Books | undefined {
    return this.#books;
  }

  /**
   * Reads on up to a block. Returns what is to be told of the events after another.
   * @throws {MissingLogsError} where the books then are not those that the program shows, or a node gives events now that it did
   * not give before: all of it has to be read again.
   */
  async readTo(head: Cursor, after: bigint): Promise<Notice[]> {
    const { block, time } = head;
    this.#first ??= await creationBlockOf(this.#program, block);
    this.#next ??= this.#first;
    if (this.#next > block) return [];
    const logs = await this.#readNews(this.#next, block);
    const events = await withTimes(this.#program, logs);
    for (const event of events) this.#events.push(event);
    this.#next = block + 1n;
    const versions = await readVersions(this.#program, this.#events, time);
    for (const [hash, terms] of versions) this.#texts.set(hash, terms);
    const books = this.#begin(events);
    const notices = books === undefined ? [] : this.#enter(books, events, after);
    const read = { books, news: events, word: this.#word };
    this.#word = await requireComplete(this.#program, read, head);
    return notices;
  }

  /** Enters events into the books. Returns what is to be told of those after a block. */
  #enter(books: Books, events: readonly TimedEvent[], after: bigint): Notice[] {
    const notices: Notice[] = [];
    for (const placed of placesOf(events)) {
      const { blockNumber } = placed.event;
      try {
        if (blockNumber > after) notices.push(...noticesIn(books, placed));
        applyEvent(books, placed);
      } catch (error) {
        if (!(error instanceof BrokenHistoryError)) throw error;
        throw new MissingLogsError(blockNumber, "events that contradict each other");
      }
    }
    return notices;
  }

  async #readNews(next: bigint, block: bigint): Promise<ProgramEvent[]> {
    const first = this.#first ?? next;
    const from = next - OVERLAP > first ? next - OVERLAP : first;
    const known = new Set(
      this.#events
        .filter(({ event }) => event.blockNumber >= from)
        .map(({ event }) => placeOf(event)),
    );
    const logs = await readEvents(this.#program, from, block);
    const news = logs.filter((event) => !known.has(placeOf(event)));
    const late = news.find(({ blockNumber }) => blockNumber < next);
    if (late === undefined) return news;
    throw new MissingLogsError(late.blockNumber, "fewer events than there are now");
  }

  /** The books, begun with the terms of the program's creation. */
  #begin(events: readonly TimedEvent[]): Books | undefined {
    if (this.#books !== undefined) return this.#books;
    for (const { event } of events) {
      if (event.eventName !== "TermsAgreed") continue;
      const { termsHash } = event.args;
      this.#books = createBooks(this.#program.currencies, termsHash, this.#texts);
      break;
    }
    return this.#books;
  }
}

function placeOf({ transactionHash, logIndex }: ProgramEvent): string {
  return `${transactionHash} ${logIndex}`;
}

/** Events with their places in their transactions. */
function* placesOf(events: readonly TimedEvent[]): Generator<PlacedEvent> {
  for (let from = 0; from < events.length; ) {
    const hash = events[from]?.event.transactionHash;
    let to = from + 1;
    while (events[to]?.event.transactionHash === hash) to += 1;
    const own = events.slice(from, to);
    for (const [place, timed] of own.entries())
      yield { ...timed, place, following: own.slice(place + 1).map(({ event }) => event) };
    from = to;
  }
}
