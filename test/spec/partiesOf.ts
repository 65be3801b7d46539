import { type Address, getAddress } from "viem";
import type { Subject } from "./openProgram.ts";
import { TAX_ACCOUNT } from "./placeTerms.ts";

/** Everyone who can be owed money. */
export function partiesOf({ chain, books }: Subject): Address[] {
  const { standing, pools } = books.terms;
  const holders = [...standing, ...pools].map(({ holder }) => holder);
  const { treasury, customer } = chain.wallet;
  const all = [
    ...books.partners.keys(),
    ...holders,
    treasury.account.address,
    customer.account.address,
    TAX_ACCOUNT,
  ];
  return [...new Set(all.map((party) => getAddress(party)))];
}
