import type { Payout } from "../chain/usePayout";
import type { PartyCardProps } from "./PartyCardProps";

/** What each act on a party's settings takes. */
export interface SettingsProps extends Pick<PartyCardProps, "program" | "party"> {
  readonly payout: Payout;
  /** Seconds. */
  readonly now: bigint;
}
