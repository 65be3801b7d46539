import { BaseError, HttpRequestError, TimeoutError } from "viem";

/** No answer came from the node at all: it is down, not allowed, or too slow. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  const cause = error.walk((one) => one instanceof HttpRequestError || one instanceof TimeoutError);
  if (cause instanceof TimeoutError) return true;
  // An answer with a status is an answer, if a refusing one.
  return cause instanceof HttpRequestError && cause.status === undefined;
}
