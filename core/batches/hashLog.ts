import { concatHex, type Hex, keccak256 } from "viem";

/** A log as a node gives it, with nothing of it decoded. */
export interface RawLog {
  readonly topics: readonly Hex[];
  readonly data: Hex;
}

/** The hash by which a program remembers an event: `keccak256(topics ‖ data)`. */
export function hashLog({ topics, data }: RawLog): Hex {
  return keccak256(concatHex([...topics, data]));
}
