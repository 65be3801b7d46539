import type { Address } from "viem";
import { looksOf } from "../text/looksOf.ts";
import type { NamedParty } from "./namedParties.ts";

/** A partner who is called as another party of the terms is. */
export interface SharedName<Named> {
  readonly partner: Named;
  readonly party: NamedParty;
}

/** Finds the first partner whose name could be taken for that of a standing line, a pool or the treasury with another wallet. */
export function findSharedName<Named extends { readonly name: string; readonly wallet: Address }>(
  partners: readonly Named[],
  parties: readonly NamedParty[],
): SharedName<Named> | undefined {
  const looks = parties.map((party) => ({ party, own: new Set(looksOf(party.name)) }));
  for (const partner of partners) {
    const own = looksOf(partner.name);
    const shared = looks.find(
      ({ party, own: others }) =>
        party.wallet !== partner.wallet && own.some((look) => others.has(look)),
    );
    if (shared !== undefined) return { partner, party: shared.party };
  }
  return undefined;
}
