import { createContext, useContext } from "react";
import type { Chain } from "viem";

export interface ChainInfo {
  readonly chain: Chain;
  readonly rpcUrl: string;
  /** Base address of the block explorer, if there is one. */
  readonly explorer: string | undefined;
}

export const ChainContext = createContext<ChainInfo | undefined>(undefined);

/** The chain the site shows. */
export function useChainInfo(): ChainInfo {
  const info = useContext(ChainContext);
  if (info === undefined) throw new Error("useChainInfo is used outside of ChainContext.");
  return info;
}
