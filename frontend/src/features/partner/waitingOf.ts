import { zeroAddress } from "viem";
import type { SettingsProps } from "./SettingsProps";

/** What waits of a party's settings now; what has lapsed, or is in force, does not. */
export function waitingOf({ payout, now }: Pick<SettingsProps, "payout" | "now">): {
  readonly move: boolean;
  readonly recovery: boolean;
} {
  return {
    move: payout.moveTo !== zeroAddress && now < BigInt(payout.moveUntil),
    recovery: now < BigInt(payout.recoveryAt),
  };
}
