import { createContext, useContext } from "react";
import type { Chain } from "viem";
import type { ListedChain, SiteList } from "../../lib/site/SiteList";

export interface ChainInfo {
  readonly chain: Chain;
  readonly rpcUrl: string;
  /** Base address of the block explorer, if there is one. */
  readonly explorer: string | undefined;
  readonly list: SiteList;
  /** What the site's list says of the chain; undefined where it does not have it. */
  readonly listed: ListedChain | undefined;
}

export const ChainContext = createContext<ChainInfo | undefined>(undefined);

/** The chain the site shows. */
export function useChainInfo(): ChainInfo {
  const info = useContext(ChainContext);
  if (info === undefined) throw new Error("useChainInfo is used outside of ChainContext.");
  return info;
}
