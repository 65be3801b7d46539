import type { Address } from "viem";

/** What the site shows and through which node. */
export interface Site {
  readonly rpcUrl: string;
  /** Where known; the node is asked otherwise. */
  readonly chainId: number | undefined;
  readonly programs: readonly ListedProgram[];
  /** Base address of a block explorer. */
  readonly explorer: string | undefined;
}

export interface ListedProgram {
  readonly address: Address;
  /** As the list has it; the page of the program shows the name of its terms. */
  readonly name: string | undefined;
}

/** What a visitor's link says; what it leaves open may come from `programs.json`. */
export interface SiteQuery {
  readonly rpcUrl: string | undefined;
  readonly program: Address | undefined;
  readonly explorer: string | undefined;
}
