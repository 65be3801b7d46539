import { type Chain, defineChain } from "viem";
import { KNOWN_CHAINS } from "./KNOWN_CHAINS";

/**
 * The chain with this id; an unknown one goes by its number.
 *
 * @param nodes What a wallet may be told to use: the site's own, never one that only a link names.
 */
export function chainOf(id: number, nodes: readonly string[]): Chain {
  const { name, coin, blockTime, explorer } = KNOWN_CHAINS[id] ?? {
    name: `Chain ${id}`,
    coin: ["Ether", "ETH"],
  };
  const [coinName, symbol] = coin;
  return defineChain({
    ...{ id, name },
    nativeCurrency: { name: coinName, symbol, decimals: 18 },
    rpcUrls: { default: { http: nodes } },
    ...(blockTime !== undefined && { blockTime }),
    ...(explorer && { blockExplorers: { default: { name: explorer[0], url: explorer[1] } } }),
  });
}
