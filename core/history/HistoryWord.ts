/** A program's running word: the hash of all that it remembers, and the block of the last call that added to it. */
export interface HistoryWord {
  /** 216 bits. */
  readonly hash: bigint;
  /** 40 bits. On chains whose contracts see another chain's blocks, that one's. */
  readonly block: bigint;
}

const BLOCK_BITS = 40n;
export const HASH_BITS = 216;

export function splitWord(word: bigint): HistoryWord {
  return { hash: word >> BLOCK_BITS, block: word & ((1n << BLOCK_BITS) - 1n) };
}

export function joinWord({ hash, block }: HistoryWord): bigint {
  return (hash << BLOCK_BITS) | block;
}
