/** What the program promises the recipient of a payment among many: of ETH, and of a token, whose hooks may call it. */
export const PROMISED_GAS = { ether: 100_000n, token: 500_000n } as const;

const BASE = 60_000n;
const EACH = 45_000n;

/**
 * How much gas to give a `claimMany`. A payment that fails must have had what it is promised, and so much must be left
 * for each that may fail: an estimate does not know which will. What is not used is not paid.
 *
 * @param parties How many are to be paid.
 * @param failing How many of them may fail: one at least, for a recipient can always change its mind.
 */
export function gasOfClaims(parties: number, isEther: boolean, failing = 1): bigint {
  const promised = isEther ? PROMISED_GAS.ether : PROMISED_GAS.token;
  // A call gets 63 of 64 parts of what is left (EIP-150), and costs up to 40,000 before that.
  const kept = ((promised + 40_000n) * 64n) / 63n + 1n;
  return BASE + EACH * BigInt(parties) + kept * BigInt(failing);
}
