import { encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from "viem";
import type { Time } from "../deal/Terms.ts";
import { checkBytes } from "./checkBytes.ts";
import { checkRange } from "./checkRange.ts";
import { MOST_CURRENCIES, MOST_LANES } from "./limits.ts";

/** What a batch's place in its lane follows from. */
export interface LanePost {
  /** The head of lane and currency before it; 0 at first. */
  readonly head: bigint;
  /** The currency's index among the program's. */
  readonly currency: number;
  readonly lane: number;
  /** The window, `from` within and `until` beyond; both 0 in the late lane. */
  readonly from: Time;
  readonly until: Time;
  /** Zeros where none is named. */
  readonly evidence: Hex;
  readonly packed: Hex;
}

const TYPES = parseAbiParameters("uint256, uint256, uint256, uint256, uint256, bytes32, bytes32");
const MOST_HEAD = (1n << 216n) - 1n;
const MOST_TIME = 2 ** 40 - 1;

/**
 * The head of a lane after a batch: the low 216 bits of
 * `keccak256(abi.encode(head, currency, lane, from, until, evidence, keccak256(packed)))`.
 * @throws {BatchFormError} Where a part does not fit.
 */
export function nextHead(post: LanePost): bigint {
  const encoded = encodeAbiParameters(TYPES, [
    checkRange("head", post.head, 0, MOST_HEAD),
    checkRange("currency", post.currency, 0, MOST_CURRENCIES - 1),
    checkRange("lane", post.lane, 0, MOST_LANES - 1),
    checkRange("from", post.from, 0, MOST_TIME),
    checkRange("until", post.until, 0, MOST_TIME),
    checkBytes("evidence", post.evidence, 32),
    keccak256(checkBytes("packed bytes", post.packed)),
  ]);
  return BigInt.asUintN(216, BigInt(keccak256(encoded)));
}
