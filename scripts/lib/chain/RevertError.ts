import { TributaryError } from "../TributaryError.ts";

/** The program refused a call. */
export class RevertError extends TributaryError {
  override readonly name = "RevertError";
  /** The contract's error, such as `Program_NotFunded`. */
  readonly errorName: string;
  readonly arguments: readonly unknown[];

  constructor(
    errorName: string,
    errorArguments: readonly unknown[],
    sentence: string,
    todo: string | undefined,
  ) {
    super(sentence, todo === undefined ? {} : { todo });
    this.errorName = errorName;
    this.arguments = errorArguments;
  }
}
