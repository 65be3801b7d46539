const STEPS = 1_000_000_000n;

/** The size of a drawn amount, as a part of the largest: geometry only, never shown as money. */
export function weightOf(amount: bigint, largest: bigint): number {
  return largest === 0n ? 0 : Number((amount * STEPS) / largest) / Number(STEPS);
}
