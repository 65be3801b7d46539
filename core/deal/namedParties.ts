import { type Address, zeroAddress } from "viem";
import type { Terms } from "./Terms.ts";

/** Whom the terms themselves name, and as what. */
export interface NamedParty {
  readonly name: string;
  readonly wallet: Address;
  readonly what: "standing line" | "pool" | "treasury" | "tax account";
}

/** The names that terms give besides those of partners: of standing lines, of pools, of the treasury and of the tax account. */
export function namedParties({ standing, pools, treasury, rules }: Terms): NamedParty[] {
  const parties: NamedParty[] = [
    ...standing.map(({ name, holder: wallet }) => ({
      ...{ name, wallet, what: "standing line" as const },
    })),
    ...pools.map(({ name, holder: wallet }) => ({ name, wallet, what: "pool" as const })),
    { name: "treasury", wallet: treasury, what: "treasury" },
    { name: "residual", wallet: treasury, what: "treasury" },
    { name: "tax account", wallet: rules.taxAccount, what: "tax account" },
  ];
  return parties.filter(({ wallet }) => wallet !== zeroAddress);
}
