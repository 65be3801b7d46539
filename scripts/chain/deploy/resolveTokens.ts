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
  const known = readParameters(ignitionFolder, chain.networkName);
  const addresses = new Map<string, Address>();
  const testTokens: Address[] = [];
  for (const symbol of symbols.filter((one) => one !== "ETH")) {
    const address = known.get(symbol) ?? (await deployTestToken(chain, account, symbol, known));
    if (!known.has(symbol)) testTokens.push(address);
    addresses.set(symbol, address);
  }
  return { addresses, testTokens };
}

async function deployTestToken(
  chain: Chain,
  account: Address,
  symbol: string,
  known: ReadonlyMap<string, Address>,
): Promise<Address> {
  if (chain.instance === undefined) {
    const names = ["ETH", ...known.keys()];
    throw new TributaryError(
      `The network "${chain.networkName}" does not know the currency "${symbol}".`,
      {
        allowed: `${names.join(", ")}${didYouMean(symbol, names)}`,
        todo: `Add its address to "currencies" in ignition/parameters/${chain.networkName}.json.`,
      },
    );
  }
  const { token } = await chain.connection.ignition.deploy(testTokenModule(symbol), {
    deploymentId: deploymentIdOf(chain),
    defaultSender: account,
    config: FAST,
  });
  return token.address;
}
