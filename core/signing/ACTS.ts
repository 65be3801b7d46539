/** A field of what is signed, by its name and its type in EIP-712. */
interface Field {
  readonly name: string;
  readonly type: string;
}

/** What a party can sign for others to post, by the program's function: the type's name, and its fields beside nonce and deadline. */
export const ACTS = {
  claimTo: act("ClaimTo", "address party", "address currency", "address to"),
  accept: act("Accept", "address party", "bytes32 termsHash"),
  leaveProgram: act("LeaveProgram", "address party", "string reason"),
  returnToProgram: act("ReturnToProgram", "address party", "string reason"),
  setWithholding: act("SetWithholding", "address party", "uint24 rate"),
  setRecovery: act("SetRecovery", "address party", "address recovery"),
  cancelRecovery: act("CancelRecovery", "address party"),
  proposeMove: act("ProposeMove", "address party", "address wallet"),
  cancelMove: act("CancelMove", "address party"),
  finishMove: act("FinishMove", "address party"),
  dispute: act(
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
  reachMilestone: act(
    ...(["ReachMilestone", "uint256 number", "uint256 milestone", "address currency"] as const),
  ),
  consent: act("Consent", "uint256 line", "bytes32 termsHash"),
  agreeExit: act("AgreeExit", "uint256 line", "bool agreed"),
  acceptBuyout: act("AcceptBuyout", "uint256 line", "address currency", "uint96 price"),
} as const;

export type ActName = keyof typeof ACTS;

function act(type: string, ...fields: readonly string[]) {
  const all = [...fields, "uint256 nonce", "uint256 deadline"];
  return { type, fields: all.map(toField) };
}

function toField(text: string): Field {
  const [type = "", name = ""] = text.split(" ");
  return { type, name };
}
