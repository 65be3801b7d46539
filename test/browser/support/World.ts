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
  /** A program in which much is under way: amended, disputed, ended, moved. */
  readonly deal: Address;
  /** The same with the names of `hostile`. */
  readonly hostileDeal: Address;
  /** An equity plan of two currencies in which something of each kind is under way. */
  readonly plan: Address;
  /** The program of which it holds a line. */
  readonly planProgram: Address;
  /** One without catching up, of one grant. */
  readonly flowPlan: Address;
  /** A plan with the names of `hostile`. */
  readonly hostilePlan: Address;
  /** A program of which names, token and terms file want to be taken for others. */
  readonly masked: Address;
  readonly maskedToken: Address;
  /** What made the programs, and what made the plans. */
  readonly factory: Address;
  readonly planFactory: Address;
}

/** The development accounts' parts in all programs, by their place in the mnemonic. */
export const ACTORS = {
  operator: 0,
  arbiter: 1,
  treasury: 2,
  partners: [3, 4, 5, 6, 7],
  moderators: 8,
  technology: 9,
  customer: 10,
  /** Of standing lines that only the deals have. */
  holders: [11, 12, 13, 14, 15],
  tax: 16,
  pool: 17,
  /** Where a partner of the deals has moved, and where another is about to. */
  moved: [18, 19],
} as const;
