import type { Address, Hash } from "viem";

/** What a site's `programs.json` lists: the chains it shows, each with the nodes it trusts, and programs and plans on them. */
export interface SiteList {
  readonly chains: readonly ListedChain[];
  readonly programs: readonly ListedProgram[];
}

export interface ListedChain {
  /** Left out by the short form only, which takes the node's word for it. */
  readonly id: number | undefined;
  /** At least one; asked in this order until one answers. */
  readonly nodes: readonly string[];
  /** A node of somebody else, with which key numbers are compared. */
  readonly second: string | undefined;
  /** The hash of the chain's first block. */
  readonly genesis: Hash | undefined;
  /** Base address of a block explorer. */
  readonly explorer: string | undefined;
  readonly tokens: readonly ListedToken[];
  /** Of programs and of plans: what they made is known. */
  readonly factories: readonly Address[];
}

export interface ListedToken {
  readonly address: Address;
  readonly symbol: string;
}

export interface ListedProgram {
  readonly address: Address;
  /** As the list has it; the page of the program shows the name of its terms. */
  readonly name: string | undefined;
  /** As its chain has it. */
  readonly chainId: number | undefined;
}

/** The list of a site that has none. */
export const NO_LIST: SiteList = { chains: [], programs: [] };
