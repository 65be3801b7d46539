import { type Address, getAddress } from "viem";
import type { Subject } from "./openProgram.ts";

/** Everyone who can be owed money. */
export function partiesOf({ chain, books }: Subject): Address[] {
  const holders = books.terms.standing.map(({ holder }) => holder);
  const { treasury, customer } = chain.wallet;
  const all = [
    ...books.partners.keys(),
    ...holders,
    treasury.account.address,
    customer.account.address,
  ];
  return [...new Set(all.map((party) => getAddress(party)))];
}
