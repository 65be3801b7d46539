import type { PlanEventName } from "../../../logs/decodePlanEvents.ts";

/** What happens to a grant, in words. What it earns follows from the money that comes. */
export const WORDS: { readonly [Name in PlanEventName]?: string } = {
  Granted: "granted",
  Paused: "clock stopped",
  Resumed: "clock runs again",
  WithholdingChanged: "other withholding",
  Claimed: "paid",
  Withheld: "withheld",
  ClaimFailed: "payment failed",
  ClaimShort: "not moved by the token",
  LeaveAnnounced: "notice given",
  LeaveWithdrawn: "notice taken back",
  Left: "left",
  Lapsed: "waited for an exit in vain",
  Offered: "offer",
  OfferWithdrawn: "offer taken back",
  BoughtOut: "sold",
  PriceShort: "not moved by the token",
  CallPaid: "price of a call",
  UnitsCalled: "units called",
  CallFinished: "called units gave back",
  DifferenceOwed: "difference to the exit",
  MoveProposed: "move proposed",
  MoveCancelled: "move cancelled",
  Moved: "moved to another wallet",
};
