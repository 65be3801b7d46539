import { TributaryError } from "../TributaryError.ts";

/** Events that cannot have happened in this order. */
export class BrokenHistoryError extends TributaryError {
  override readonly name = "BrokenHistoryError";

  constructor(found: string) {
    super("The events contradict each other.", {
      found,
      todo: "The RPC left some out or made some up: use another one.",
    });
  }
}
