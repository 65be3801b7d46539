import { Writable } from "node:stream";
import { Presets, SingleBar } from "cli-progress";
import { onStop } from "./onStop.ts";

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

/** Of work that keeps what it has done. */
export const GOES_ON = "Stopped. Run it again: it goes on where it stopped.";

/**
 * A bar where a person looks on; lines where the output goes to a file.
 * @param stopped What is said when a signal ends the process meanwhile.
 */
export function createProgress(stopped = "Stopped."): Progress {
  let bar: SingleBar | undefined;
  return {
    async during(label, total, work) {
      const own = total === 0 ? undefined : createBar(label);
      // One that draws itself keeps the process alive, and has not ended its line.
      const off = onStop(stopped, () => own?.stop());
      own?.start(total, 0);
      bar = own;
      try {
        return await work();
      } finally {
        off();
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
      stream: process.env.TERM === "dumb" ? plainStderr() : process.stderr,
      format: `${label} {bar} {value}/{total} · {duration_formatted}`,
      clearOnComplete: false,
      // The bar is cut to the width; the terminal's own setting stays as it is, whatever ends the process.
      linewrap: true,
      noTTYOutput: true,
      notTTYSchedule: 5_000,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
}

/** Standard error as a stream that is no terminal, so that lines are written to it. */
function plainStderr(): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      process.stderr.write(chunk);
      done();
    },
  });
}
