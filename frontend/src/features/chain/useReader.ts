import type { PublicClient } from "viem";
import { usePublicClient } from "wagmi";
import { useChainInfo } from "./ChainContext";

/** The client that reads the site's chain through the site's node, whatever the wallet is on. */
export function useReader(): PublicClient {
  const { chain } = useChainInfo();
  const client = usePublicClient({ chainId: chain.id });
  if (client === undefined) throw new Error(`No client for chain ${chain.id}.`);
  return client;
}
