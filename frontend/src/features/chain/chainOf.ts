import { type Chain, defineChain } from "viem";
import {
  arbitrum,
  avalanche,
  base,
  baseSepolia,
  bsc,
  celo,
  gnosis,
  hardhat,
  linea,
  mainnet,
  optimism,
  optimismSepolia,
  polygon,
  scroll,
  sepolia,
} from "viem/chains";

const KNOWN: readonly Chain[] = [
  mainnet,
  sepolia,
  base,
  baseSepolia,
  optimism,
  optimismSepolia,
  arbitrum,
  polygon,
  gnosis,
  bsc,
  avalanche,
  celo,
  linea,
  scroll,
  hardhat,
];

/**
 * The chain with this id; an unknown one goes by its number.
 *
 * @param nodes What a wallet may be told to use: the site's own, never one that only a link names.
 */
export function chainOf(id: number, nodes: readonly string[]): Chain {
  const rpcUrls = { default: { http: nodes } };
  const known = KNOWN.find((chain) => chain.id === id);
  if (known !== undefined) return { ...known, rpcUrls };
  return defineChain({
    id,
    name: `Chain ${id}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls,
  });
}
