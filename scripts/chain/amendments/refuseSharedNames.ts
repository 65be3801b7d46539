import { findSharedName } from "../../../core/deal/findSharedName.ts";
import { namedParties } from "../../../core/deal/namedParties.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { printable } from "../../../core/text/printable.ts";
import type { Program } from "../openProgram.ts";
import { readPartners } from "../partners/readPartners.ts";

/** Refuses an amendment that gives a line or a pool a partner's name, but not its wallet. What the terms name already stays. */
export async function refuseSharedNames(program: Program, terms: Terms): Promise<void> {
  const before = namedParties(program.terms);
  const added = namedParties(terms).filter(
    ({ name, wallet }) => !before.some((one) => one.name === name && one.wallet === wallet),
  );
  const shared = findSharedName(await readPartners(program), added);
  if (shared === undefined) return;
  const { partner, party } = shared;
  throw new TributaryError(
    `The terms' ${party.what} "${printable(party.name)}" is called as a partner is.`,
    {
      found: `the holder ${party.wallet}, and the partner "${printable(partner.name)}" with the wallet ${partner.wallet}`,
      allowed: "a name that no partner has, or that partner's wallet as the holder",
      todo: "Name it otherwise, or give --allow-similar where both may have the name.",
    },
  );
}
