import { lesser } from "../money/lesser.ts";

/** Sizes of a range that nodes are known to allow. */
const LIMITS = [100_000n, 10_000n, 2_000n, 1_000n, 500n, 100n] as const;

/** Judges which is fewer requests for what is left of a history: a call each, or ranges of blocks. */
export class Outlook {
  /** The most blocks that the node has not refused yet; undefined while it has refused nothing. */
  #most: bigint | undefined;
  /** Whether it has answered for so many. */
  #isAllowed = false;
  #calls = 0n;
  readonly #newest: bigint;
  readonly #oldest: bigint;

  /**
   * @param newest The block of the newest call.
   * @param oldest The block of the program's creation, or an earlier one. Where calls are found below it, it is not to be relied on.
   */
  constructor(newest: bigint, oldest: bigint) {
    this.#newest = newest;
    this.#oldest = oldest;
  }

  found(calls: number): void {
    this.#calls += BigInt(calls);
  }

  answered(): void {
    this.#isAllowed = true;
  }

  refused(blocks: bigint): void {
    this.#isAllowed = false;
    this.#most = LIMITS.find((limit) => limit < blocks) ?? 1n;
  }

  /** The ranges to ask for next, the newest first, where they are fewer than the calls that may be left; else none. */
  rangesFrom(block: bigint, atOnce: number): { readonly from: bigint; readonly to: bigint }[] {
    if (block < this.#oldest) return [];
    const left = block - this.#oldest + 1n;
    const size = lesser(this.#most ?? left, left);
    const needed = (left + size - 1n) / size;
    if (needed > 1n && needed >= this.#callsIn(left)) return [];
    const count = this.#isAllowed ? Number(lesser(needed, BigInt(atOnce))) : 1;
    return Array.from({ length: count }, (_, index) => {
      const to = block - size * BigInt(index);
      return { from: to - lesser(size, to - this.#oldest + 1n) + 1n, to };
    });
  }

  /** As many calls as there were so far in as many blocks. */
  #callsIn(blocks: bigint): bigint {
    const seen = this.#newest - (this.#oldest + blocks - 1n);
    return seen === 0n ? 0n : (this.#calls * blocks) / seen;
  }
}
