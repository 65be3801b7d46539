import type { StandingLine } from "@core/deal/Terms";
import { type Address, isAddressEqual } from "viem";
import type { Program } from "../chain/useProgram";

interface PartyRoles {
  readonly lines: readonly { readonly line: StandingLine; readonly index: number }[];
  readonly isTreasury: boolean;
}

/** What a party is by the terms: a holder of standing lines, the operator's treasury, or neither. */
export function rolesOfParty({ terms }: Program, party: Address): PartyRoles {
  const lines = terms.standing.map((line, index) => ({ line, index }));
  return {
    lines: lines.filter(({ line }) => isAddressEqual(line.holder, party)),
    isTreasury: isAddressEqual(terms.treasury, party),
  };
}
