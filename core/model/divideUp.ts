/** The quotient, rounded up. */
export function divideUp(amount: bigint, by: bigint): bigint {
  return amount / by + (amount % by === 0n ? 0n : 1n);
}
