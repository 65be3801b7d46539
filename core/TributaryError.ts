export interface TributaryErrorDetails {
  /** What was found, in the user's words. */
  readonly found?: string;
  /** What is allowed there. */
  readonly allowed?: string;
  /** What to do about it. */
  readonly todo?: string;
}

/** A mistake that the user can mend: says what was found, what is allowed and what to do. */
export class TributaryError extends Error {
  override readonly name: string = "TributaryError";
  /** The first sentence alone. */
  readonly shortMessage: string;

  constructor(shortMessage: string, details: TributaryErrorDetails = {}) {
    const { found, allowed, todo } = details;
    const sentences = [
      shortMessage,
      found === undefined ? "" : `Found: ${found}.`,
      allowed === undefined ? "" : `Allowed: ${allowed}.`,
      todo ?? "",
    ];
    super(sentences.filter((sentence) => sentence !== "").join(" "));
    this.shortMessage = shortMessage;
  }
}
