import { Presets, SingleBar } from "cli-progress";

/** Tells how far long work has come, on standard error. */
export interface Progress {
  /** Shows how far work is while it goes on, and no longer than that, however it ends. */
  during<Result>(
    label: string,
    total: number,
    work: () => Result | Promise<Result>,
  ): Promise<Result>;
  add(count: number): void;
  /** Something the user should know, while the work goes on. */
  note(text: string): void;
}

/** A bar where a person looks on; lines where the output goes to a file. */
export function createProgress(): Progress {
  let bar: SingleBar | undefined;
  return {
    async during(label, total, work) {
      const own = total === 0 ? undefined : createBar(label);
      own?.start(total, 0);
      bar = own;
      try {
        return await work();
      } finally {
        // One that draws itself keeps the process alive.
        own?.stop();
        bar = undefined;
      }
    },
    add: (count) => bar?.increment(count),
    note: (text) => process.stderr.write(`${text}\n`),
  };
}

function createBar(label: string): SingleBar {
  return new SingleBar(
    {
      stream: process.stderr,
      format: `${label} {bar} {value}/{total} · {duration_formatted}`,
      clearOnComplete: false,
      noTTYOutput: true,
      notTTYSchedule: 5_000,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
}
