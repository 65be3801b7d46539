import { Presets, SingleBar } from "cli-progress";

/** Tells how far long work has come, on standard error. */
export interface Progress {
  start(label: string, total: number): void;
  add(count: number): void;
  /** Something the user should know, while the work goes on. */
  note(text: string): void;
  stop(): void;
}

/** A bar where a person looks on; lines where the output goes to a file. */
export function createProgress(): Progress {
  let bar: SingleBar | undefined;
  return {
    start(label, total) {
      bar?.stop();
      bar = undefined;
      if (total === 0) return;
      bar = new SingleBar(
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
      bar.start(total, 0);
    },
    add: (count) => bar?.increment(count),
    note: (text) => process.stderr.write(`${text}\n`),
    stop() {
      bar?.stop();
      bar = undefined;
    },
  };
}
