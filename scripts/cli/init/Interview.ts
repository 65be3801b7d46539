import { createInterface, type Interface } from "node:readline";
import { TributaryError } from "../../../core/TributaryError.ts";

/** A question, and what to give instead of an answer. */
export interface Question<Answer> {
  readonly asks: string;
  /** The option that answers it, such as `--name`. */
  readonly option: string;
  /** The answer where none is typed. */
  readonly fallback?: string | undefined;
  /** Makes an answer of what is typed; refuses it with a TributaryError. */
  readonly read: (text: string) => Answer;
}

/** Asks a person, until an answer can be read. */
export class Interview {
  readonly #reader: Interface;
  /** What is typed, also ahead of its question. */
  readonly #lines: NodeJS.AsyncIterator<string>;
  readonly #output: NodeJS.WritableStream;

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.#output = output;
    this.#reader = createInterface({ input, output });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  async ask<Answer>({ asks, fallback, read }: Question<Answer>): Promise<Answer> {
    const hint = fallback === undefined ? "" : ` [${fallback}]`;
    for (;;) {
      this.#output.write(`${asks}${hint}: `);
      const { done, value } = await this.#lines.next();
      if (done === true) throw new UnansweredError();
      try {
        return read(value.trim() === "" ? (fallback ?? "") : value.trim());
      } catch (error) {
        if (!(error instanceof TributaryError)) throw error;
        this.#output.write(`  ${error.message}\n`);
      }
    }
  }

  close(): void {
    this.#reader.close();
  }
}

class UnansweredError extends TributaryError {
  override readonly name = "UnansweredError";

  constructor() {
    super("The questions ended before all were answered.", {
      todo: "Run this again, or give the answers as options: --help lists them.",
    });
  }
}
