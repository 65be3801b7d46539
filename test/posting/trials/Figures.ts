import type { Ended } from "../support/startCommand.ts";

interface Figure {
  readonly trials: number;
  readonly runs: number;
  /** Runs that ended with the code 1 and what to do. */
  readonly refused: number;
}

/** What trials of each sort came to. */
export class Figures {
  readonly #byName = new Map<string, Figure>();

  count(name: string, runs: readonly Ended[]): void {
    const { trials, ...sums } = this.#byName.get(name) ?? { trials: 0, runs: 0, refused: 0 };
    this.#byName.set(name, {
      trials: trials + 1,
      runs: sums.runs + runs.length,
      refused: sums.refused + runs.filter(({ status }) => status === 1).length,
    });
  }

  lines(): string[] {
    return [...this.#byName].map(
      ([name, { trials, runs, refused }]) =>
        `${name}: ${trials} trials, ${runs} runs, of which ${refused} ended with what to do`,
    );
  }
}
