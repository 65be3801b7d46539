import { ceilDiv } from "../money/ceilDiv.ts";
import { ONE } from "../text/parsePercentage.ts";

const MILLION = BigInt(ONE);

/** What a sale sets aside for standing lines: rounded up. */
export function setAside(amount: bigint, standingRate: number): bigint {
  return ceilDiv(amount * BigInt(standingRate), MILLION);
}

/** The part of an amount that a rate is: rounded down. */
export function shareOf(amount: bigint, rate: number): bigint {
  return (amount * BigInt(rate)) / MILLION;
}

/** The part of such a share that one of several has by its weight among all: rounded down once. */
export function partOf(amount: bigint, rate: number, weight: number, all: number): bigint {
  return (amount * BigInt(rate) * BigInt(weight)) / (MILLION * BigInt(all));
}

/** What of a line is reversed in all once so much of its sale is refunded: rounded up. */
export function reversedOf(line: bigint, refunded: bigint, sale: bigint): bigint {
  return ceilDiv(line * refunded, sale);
}
