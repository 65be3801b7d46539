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

/** The chain with this id, reached through this node; an unknown one goes by its number. */
export function chainOf(id: number, rpcUrl: string): Chain {
  const rpcUrls = { default: { http: [rpcUrl] } };
  const known = KNOWN.find((chain) => chain.id === id);
  if (known !== undefined) return { ...known, rpcUrls };
  return defineChain({
    id,
    name: `Chain ${id}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls,
  });
}
