import { expect } from "chai";
import { TributaryError } from "../../../core/TributaryError.ts";

/** The error with which something is refused: one that a user can act on. */
export async function refusal(action: Promise<unknown>): Promise<TributaryError> {
  const outcome = await action.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome, "must be refused").to.be.instanceOf(TributaryError);
  return outcome as TributaryError;
}
