/** What one party has of one sale: all its touches in that role together. */
export interface PartyCredit {
  readonly party: number;
  readonly weight: number;
}

/** The credits of one sale in the order of their parties' first touches; those of weight 0 are none. */
export function creditsOf(
  parties: Int32Array,
  shares: Int32Array,
  from: number,
  to: number,
): PartyCredit[] {
  const weights = new Map<number, number>();
  for (let index = from; index < to; index += 1) {
    const share = shares[index] as number;
    if (share === 0) continue;
    const party = parties[index] as number;
    weights.set(party, (weights.get(party) ?? 0) + share);
  }
  return Array.from(weights, ([party, weight]) => ({ party, weight }));
}
