import { proxy, type Remote, wrap } from "comlink";
import type { Histories } from "./Histories";
import type { Head, HistorySource } from "./HistorySource";
import { type HistoryState, NOTHING_READ } from "./HistoryState";
import type { Answer, Asked, QuestionName } from "./QUESTIONS";

let started: { readonly histories: Remote<Histories>; readonly worker: Worker } | undefined;

function start(): { readonly histories: Remote<Histories>; readonly worker: Worker } {
  if (started === undefined) {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    started = { worker, histories: wrap<Histories>(worker) };
  }
  return started;
}

/** The page's side of one program's past, which a worker reads and keeps. */
export class HistoryLink {
  readonly #key: string;
  readonly #histories: Remote<Histories>;
  readonly #opened: Promise<void>;
  readonly #listeners = new Set<() => void>();
  #state = NOTHING_READ;

  constructor(key: string, source: HistorySource) {
    this.#key = key;
    const { histories, worker } = start();
    this.#histories = histories;
    worker.addEventListener("error", ({ message }) => {
      this.#tell({
        ...this.#state,
        failure: { cause: "failed", title: "The past cannot be read here", detail: message },
      });
    });
    this.#opened = histories.open(
      key,
      source,
      proxy((state) => this.#tell(state)),
    );
  }

  readonly state = (): HistoryState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async advance(head: Head): Promise<void> {
    await this.#opened;
    await this.#histories.advance(this.#key, head);
  }

  async ask<Name extends QuestionName>(name: Name, asked: Asked<Name>): Promise<Answer<Name>> {
    await this.#opened;
    // Comlink's types do not carry a parameter of the method's type.
    const ask = this.#histories.ask as unknown as (
      key: string,
      name: Name,
      asked: Asked<Name>,
    ) => Promise<Answer<Name>>;
    return ask(this.#key, name, asked);
  }

  #tell(state: HistoryState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
