/** What can be wrong with something that happened. */
export type Refusal =
  | "unknownKind"
  | "unknownCurrency"
  | "unknownRole"
  | "unknownPartner"
  | "partnerNotActive"
  | "zeroWeight"
  | "zeroAmount"
  | "saleAlreadyPosted"
  | "unknownLane"
  | "laneOpen"
  | "otherHead"
  | "invalidWindow"
  | "outsideWindow"
  | "notInBatch"
  | "badForm"
  | "tooManyLines"
  | "notDuplicate"
  | "alreadyPaid"
  | "notPaid"
  | "paymentMismatch"
  | "paymentPending"
  | "outcomeMismatch"
  | "postingLimit"
  | "refundLimit"
  | "unknownSale"
  | "unknownLine"
  | "saleLocked"
  | "refundTooLarge"
  | "notInTerms"
  | "notReached"
  | "alreadyReached"
  | "reserveTooSmall"
  | "notAllowed"
  | "alreadyDisputed"
  | "notDisputed"
  | "nothingLeft"
  | "tooManyDisputes"
  | "postedBefore"
  | "notInDispute"
  | "linesMismatch"
  | "tooEarly"
  | "tooLate"
  | "lineNotInForce"
  | "paysOverCeiling"
  | "alreadyWaits"
  | "nothingWaits"
  | "tooManySuspensions";

/** Thrown when the rules refuse something; nothing of it was booked. */
export class SpecError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, found: string, allowed: string) {
    super(`Refused (${refusal}): found ${found}, allowed is ${allowed}.`);
    this.name = "SpecError";
    this.refusal = refusal;
  }
}
