import type { Span } from "./AstNode.ts";

/** One place of a mutant's change. Changes of several mutants to one place are put around each other. */
export interface Edit extends Span {
  /** Where it is not the file of the mutant: a constant is used in others. */
  readonly file?: string;
  /** The source for the place, given what stands there now and the mutant's number. */
  readonly wrap: (inner: string, number: number) => string;
}

/** A change of the source, as it was found. */
export interface Change {
  readonly operator: string;
  /** The place that a reader looks for. */
  readonly at: Span;
  readonly original: string;
  readonly replacement: string;
  readonly edits: readonly Edit[];
}

export interface Mutant extends Change {
  /** What the tests switch it on by; from 1. */
  readonly number: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The function it is in, or empty. */
  readonly within: string;
}
