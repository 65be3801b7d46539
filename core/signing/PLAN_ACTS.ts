import { toSignable } from "./toSignable.ts";

/** What a holder of an equity plan can sign for others to post, by the plan's function. */
export const PLAN_ACTS = {
  claimTo: toSignable("ClaimTo", "uint256 id", "address currency", "address to"),
  setWithholding: toSignable("SetWithholding", "uint256 id", "uint24 rate"),
  resign: toSignable("Resign", "uint256 id", "uint40 date"),
  withdrawLeave: toSignable("WithdrawLeave", "uint256 id"),
  acceptOffer: toSignable("AcceptOffer", "uint256 id", "address currency", "uint96 price"),
  proposeMove: toSignable("ProposeMove", "uint256 id", "address to"),
  cancelMove: toSignable("CancelMove", "uint256 id"),
  finishMove: toSignable("FinishMove", "uint256 id"),
  delegate: toSignable("Delegate", "address delegatee"),
} as const;

export type PlanActName = keyof typeof PLAN_ACTS;
