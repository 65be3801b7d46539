/** What can be wrong with something that happens in a plan. */
export type EquityRefusal =
  | "unknownClass"
  | "noUnits"
  | "notAuthorised"
  | "unknownGrant"
  | "hasLeft"
  | "isPaused"
  | "notPaused"
  | "notBegun"
  | "pauseLimit"
  | "isExited"
  | "noOffer"
  | "nothingLeft";

/** Thrown when a plan refuses something; nothing of it was booked. */
export class EquityError extends Error {
  readonly refusal: EquityRefusal;

  constructor(refusal: EquityRefusal, found: string, allowed: string) {
    super(`Refused (${refusal}): found ${found}, allowed is ${allowed}.`);
    this.name = "EquityError";
    this.refusal = refusal;
  }
}
