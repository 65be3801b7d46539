import type { Address } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Chain } from "../openChain.ts";
import { findTokens } from "./resolveTokens.ts";

/** What all symbols stand for on a chain, where nobody deploys test tokens. */
export function requireTokens(
  chain: Chain,
  ignitionFolder: string,
  symbols: readonly string[],
): ReadonlyMap<string, Address> {
  const tokens = findTokens(chain, ignitionFolder, symbols);
  const unknown = symbols.find((symbol) => symbol !== "ETH" && !tokens.has(symbol));
  if (unknown === undefined) return tokens;
  throw new TributaryError(
    `The network "${chain.networkName}" has no address for the currency "${unknown}".`,
    {
      todo: `Add it to "currencies" in ignition/parameters/${chain.networkName}.json.`,
    },
  );
}
