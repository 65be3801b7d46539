import type { Head, HistorySource } from "./HistorySource";
import type { HistoryState } from "./HistoryState";
import { ProgramHistory } from "./ProgramHistory";
import type { Answer, Asked, QuestionName } from "./QUESTIONS";

/** The pasts of the programs that the page has opened; lives in a worker. */
export class Histories {
  readonly #open = new Map<string, ProgramHistory>();

  /** @param key Names the program from then on. */
  open(key: string, source: HistorySource, tell: (state: HistoryState) => void): void {
    this.#open.set(key, new ProgramHistory(source, tell));
  }

  async advance(key: string, head: Head): Promise<void> {
    await this.#find(key).advance(head);
  }

  ask<Name extends QuestionName>(key: string, name: Name, asked: Asked<Name>): Answer<Name> {
    return this.#find(key).answer(name, asked);
  }

  #find(key: string): ProgramHistory {
    const found = this.#open.get(key);
    if (found === undefined) throw new Error(`No past of ${key} is open.`);
    return found;
  }
}
