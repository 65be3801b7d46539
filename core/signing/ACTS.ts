import { toSignable } from "./toSignable.ts";

/** What a party can sign for others to post, by the program's function: the type's name, and its fields beside nonce and deadline. */
export const ACTS = {
  claimTo: toSignable("ClaimTo", "address party", "address currency", "address to"),
  accept: toSignable("Accept", "address party", "bytes32 termsHash"),
  leaveProgram: toSignable("LeaveProgram", "address party", "string reason"),
  returnToProgram: toSignable("ReturnToProgram", "address party", "string reason"),
  setWithholding: toSignable("SetWithholding", "address party", "uint24 rate"),
  setRecovery: toSignable("SetRecovery", "address party", "address recovery"),
  cancelRecovery: toSignable("CancelRecovery", "address party"),
  proposeMove: toSignable("ProposeMove", "address party", "address wallet"),
  cancelMove: toSignable("CancelMove", "address party"),
  finishMove: toSignable("FinishMove", "address party"),
  dispute: toSignable(
    ...([
      "Dispute",
      "address party",
      "bytes32 saleId",
      "uint256 role",
      "string reason",
      "bytes32 evidence",
    ] as const),
    "bytes32 sale",
  ),
  reachMilestone: toSignable(
    ...(["ReachMilestone", "uint256 number", "uint256 milestone", "address currency"] as const),
  ),
  consent: toSignable("Consent", "uint256 line", "bytes32 termsHash"),
  agreeExit: toSignable("AgreeExit", "uint256 line", "bool agreed"),
  acceptBuyout: toSignable("AcceptBuyout", "uint256 line", "address currency", "uint96 price"),
} as const;

export type ActName = keyof typeof ACTS;
