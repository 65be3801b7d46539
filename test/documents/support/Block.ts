/** What a comment of a document says of the block or table below it, as `<!-- word: text -->`. */
export interface Marks {
  /** Why this is not run. */
  readonly "not run"?: string;
  /** A script that comes first, which only the test needs: what the page takes for granted. */
  readonly "run first"?: string;
  /** The name of the file that the block is. */
  readonly file?: string;
  /** The command goes on until it is stopped; it is ready once it has printed these words. */
  readonly "ready at"?: string;
  /** Why the last command ends with the exit code 1. */
  readonly "exits 1"?: string;
  /** The date on which the clock of the page's chain starts; today, where it is not said. */
  readonly "chain from"?: string;
  /** The name of the equity plan whose address `--plan 0x…` stands for; the one created last, where it is not said. */
  readonly plan?: string;
  /** The figures of a table are those of what was run last. */
  readonly printed?: string;
}

export const MARKS = [
  ...["not run", "run first", "file", "ready at", "exits 1", "chain from", "plan", "printed"],
] as const;

/** Something of a document that can be true or not. */
export interface Block {
  /** A fence's language, "" where it names none; a table that is marked, or a comment that stands alone. */
  readonly kind: string;
  readonly text: string;
  /** Where it begins in the document. */
  readonly line: number;
  readonly marks: Marks;
}
