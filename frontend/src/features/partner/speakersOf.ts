import { type Address, zeroAddress } from "viem";
import type { Payout } from "../chain/usePayout";

/** Who may move a party: its current wallet, and its recovery address where it has one. */
export function speakersOf({ wallet, recovery }: Payout): readonly Address[] {
  return [wallet, recovery].filter((one) => one !== zeroAddress);
}
