import { BatchFormError } from "./BatchFormError.ts";

/** The whole number, if it lies in `least … most`. */
export function checkRange(
  what: string,
  value: bigint | number,
  least: bigint | number,
  most: bigint | number,
): bigint {
  const isWhole = typeof value === "bigint" || Number.isSafeInteger(value);
  if (isWhole && value >= least && value <= most) return BigInt(value);
  throw new BatchFormError(`${what}: ${value}`, `a whole number from ${least} to ${most}`);
}
