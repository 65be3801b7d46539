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
    todo?: string,
  ) {
    super(sentence, todo === undefined ? {} : { todo });
    this.errorName = errorName;
    this.arguments = errorArguments;
  }

  /** What the funds would have to be, where they are short. */
  get owed(): bigint | undefined {
    const [, , owed] = this.arguments;
    return this.errorName === "Program_NotFunded" && typeof owed === "bigint" ? owed : undefined;
  }

  /** What the funds are, where they are short. */
  get funds(): bigint {
    const [, funds] = this.arguments;
    return typeof funds === "bigint" ? funds : 0n;
  }
}
