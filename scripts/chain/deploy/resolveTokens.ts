import type { Address } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import { testTokenModule } from "../../../ignition/modules/testTokenModule.ts";
import type { Chain } from "../openChain.ts";
import { deploymentIdOf } from "./deploymentIdOf.ts";
import { FAST } from "./ignitionConfig.ts";
import { readParameters } from "./readParameters.ts";

/** What the symbols of a terms file stand for on a chain. */
export interface ResolvedTokens {
  readonly addresses: ReadonlyMap<string, Address>;
  /** Those of them that are test tokens, deployed here. */
  readonly testTokens: readonly Address[];
}

/** Resolves symbols through the network's parameters file; on a development chain the rest become test tokens. */
export async function resolveTokens(
  chain: Chain,
  account: Address,
  ignitionFolder: string,
  symbols: readonly string[],
): Promise<ResolvedTokens> {
  const addresses = findTokens(chain, ignitionFolder, symbols);
  const testTokens: Address[] = [];
  for (const symbol of symbols.filter((one) => one !== "ETH" && !addresses.has(one))) {
    const address = await deployTestToken(chain, account, symbol);
    testTokens.push(address);
    addresses.set(symbol, address);
  }
  return { addresses, testTokens };
}

/** Those that the network's parameters file knows. A symbol that it does not know is refused on all but development chains. */
export function findTokens(
  chain: Chain,
  ignitionFolder: string,
  symbols: readonly string[],
): Map<string, Address> {
  const known = readParameters(ignitionFolder, chain.networkName);
  const tokens = symbols.filter((symbol) => symbol !== "ETH");
  const unknown = tokens.find((symbol) => !known.has(symbol));
  if (unknown !== undefined && chain.instance === undefined) {
    const names = ["ETH", ...known.keys()];
    throw new TributaryError(
      `The network "${chain.networkName}" does not know the currency "${unknown}".`,
      {
        allowed: `${names.join(", ")}${didYouMean(unknown, names)}`,
        todo: `Add its address to "currencies" in ignition/parameters/${chain.networkName}.json.`,
      },
    );
  }
  return new Map([...known].filter(([symbol]) => tokens.includes(symbol)));
}

async function deployTestToken(chain: Chain, account: Address, symbol: string): Promise<Address> {
  const { token } = await chain.connection.ignition.deploy(testTokenModule(symbol), {
    deploymentId: deploymentIdOf(chain),
    defaultSender: account,
    config: FAST,
  });
  return token.address;
}
