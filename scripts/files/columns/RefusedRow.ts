import type { Hex } from "viem";

/** A row of a file that the program does not take. */
export interface RefusedRow {
  readonly line: number;
  /** The sale's or the refund's name, as the file has it. */
  readonly name: string;
  readonly id: Hex;
  /** Where it is, what is the matter, and what is allowed or to be done. */
  readonly why: string;
}
