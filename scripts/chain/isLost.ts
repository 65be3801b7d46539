/** JSON-RPC codes of requests that got no answer: Hardhat's for a broken connection, and that for too many requests. */
const LOST_CODES: readonly unknown[] = [-1, -32005];
const LOST_REASONS = /^(UND_ERR_|ECONNRESET|EPIPE|ETIMEDOUT)/;

/** Whether an RPC gave no answer to a request, so that nobody knows what became of it. */
export function isLost(error: unknown): boolean {
  let isBroken = false;
  for (let one = error; one instanceof Error; one = one.cause) {
    if (!("code" in one)) continue;
    const { code } = one;
    // Libraries wrap an answer of a code that they do not know as unknown: the answer is among the causes.
    if (typeof code === "number" && !LOST_CODES.includes(code)) return false;
    isBroken ||= typeof code === "number" || LOST_REASONS.test(String(code));
  }
  return isBroken;
}
