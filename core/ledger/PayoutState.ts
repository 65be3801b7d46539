import type { Address } from "viem";

/** Where a party's money and rights are, as the events tell it. */
export interface PayoutState {
  /** Its own, or the one it moved to. */
  wallet: Address;
  /** What of each payment goes to the tax account, in ppm. */
  withholding: number;
  recovery: Address | undefined;
  /** Who is to take its place, from a time on. */
  nextRecovery: { readonly address: Address; readonly at: number } | undefined;
  /** A move that was proposed; it lapses. */
  move: { readonly wallet: Address; readonly at: number; readonly until: number } | undefined;
}

/** That of a party, begun where there is none yet. */
export function payoutOf(
  { payouts }: { readonly payouts: Map<Address, PayoutState> },
  party: Address,
): PayoutState {
  const known = payouts.get(party);
  if (known !== undefined) return known;
  const payout: PayoutState = {
    ...{ wallet: party, withholding: 0 },
    ...{ recovery: undefined, nextRecovery: undefined, move: undefined },
  };
  payouts.set(party, payout);
  return payout;
}
