import type { Address } from "viem";
import type { ListedChain, ListedProgram, SiteList } from "./SiteList";

/** What a visitor's link says; what it leaves open comes from the site's list. */
export interface SiteQuery {
  readonly chainId: number | undefined;
  readonly rpcUrl: string | undefined;
  readonly program: Address | undefined;
  readonly explorer: string | undefined;
}

/** What the site shows to a visitor, and through which node. */
export interface Site {
  readonly list: SiteList;
  /** As the list has it; undefined where only the link's node knows which it is. */
  readonly chain: ListedChain | undefined;
  /** What the node has to say, where the list or the link says it. */
  readonly chainId: number | undefined;
  /** Asked in this order until one answers. */
  readonly nodes: readonly string[];
  /** The node is the link's own: the site does not list it, and the visitor has to agree to it. */
  readonly isForeign: boolean;
  readonly programs: readonly ListedProgram[];
  /** As the link has it. */
  readonly explorer: string | undefined;
}
