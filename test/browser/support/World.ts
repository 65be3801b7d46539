import type { Address } from "viem";

/** What the browser tests find on their chain. */
export interface World {
  readonly rpcUrl: string;
  /** A program as a good operator makes one. */
  readonly program: Address;
  readonly token: Address;
  /** One whose every name is a piece of a page with a script in it. */
  readonly hostile: Address;
  readonly hostileToken: Address;
}

/** The development accounts' parts in both programs, by their place in the mnemonic. */
export const ACTORS = {
  operator: 0,
  arbiter: 1,
  treasury: 2,
  partners: [3, 4, 5, 6, 7],
  moderators: 8,
  technology: 9,
  customer: 10,
} as const;
