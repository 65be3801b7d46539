import { TributaryError } from "../../../core/TributaryError.ts";
import type { Chain } from "../openChain.ts";

/**
 * Refuses what leaves everything to whoever steals one key, on any chain but a development one.
 * @param missing The safeguards that it lacks, and what follows; none: it may be.
 * @param what "these terms leave", and the file in which they stand.
 */
export function refuseWithout(
  { instance, networkName }: Chain,
  missing: readonly string[],
  { what, file }: { readonly what: string; readonly file: string },
): void {
  if (instance !== undefined || missing.length === 0) return;
  throw new TributaryError(
    `The network "${networkName}" is no development chain, and ${what} everything to whoever steals one key.`,
    {
      found: missing.join("; "),
      todo: `Put what is missing into the ${file}, or give --without-safeguards where you know what that costs.`,
    },
  );
}
