import { lesser } from "../money/lesser.ts";

/** Logs in one answer that are enough: more of them only take memory. */
const MANY = 5_000;

/** How many blocks to ask for: more after each answer, up to what the node has refused. */
export class RangeSize {
  /** For the next question. */
  blocks: bigint;
  #most: bigint | undefined;

  constructor(first: bigint) {
    this.blocks = first;
  }

  answered(logs: number): void {
    const next = logs < MANY ? this.blocks * 2n : half(this.blocks);
    this.blocks = this.#most === undefined ? next : lesser(next, this.#most);
  }

  /** Too much for an answer says nothing of other blocks; too many blocks are too many everywhere. */
  refused(size: bigint, why: "answer" | "blocks"): void {
    this.blocks = half(size);
    if (why === "blocks") this.#most = this.blocks;
  }
}

function half(size: bigint): bigint {
  return size > 1n ? size / 2n : size;
}
