import { TributaryError } from "../TributaryError.ts";

/** Events that are not those which a program remembers. */
export class HistoryMismatchError extends TributaryError {
  override readonly name = "HistoryMismatchError";
  /** In which they differ; all later ones are as the program remembers them. */
  readonly block: bigint;

  constructor(block: bigint, found: string, expected: string) {
    super(`The events up to block ${block} are not those that the program remembers.`, {
      found,
      allowed: expected,
      todo: "Read them from another RPC; one that leaves events out, or makes some up, cannot be trusted with later ones either.",
    });
    this.block = block;
  }
}
