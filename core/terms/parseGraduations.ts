import type { Terms } from "../deal/Terms.ts";
import { listOf } from "../text/listOf.ts";
import type { TermsFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

/** What each tier but the first asks of a partner. */
export function parseGraduations(
  reader: TermsReader,
  { graduation = {} }: TermsFile,
  tiers: readonly string[],
): Terms["graduations"] {
  const higher = tiers.slice(1);
  return Object.entries(graduation).map(([name, { earned, sales = 0, months = 0, score = 0 }]) => {
    const path = `graduation.${name}`;
    const tier = tiers.indexOf(name);
    if (tier === 0) {
      reader.note(path, `the first tier "${name}", which everybody has`, listOf(higher));
    } else if (tier < 0) {
      const allowed = higher.length > 0 ? listOf(higher) : "a tier, of which the roles name none";
      reader.unknown(path, "tier", name, { names: higher, allowed });
    }
    const amounts = reader.amounts(`${path}.earned`, earned);
    return { tier: Math.max(0, tier), earned: amounts, sales, months, score };
  });
}
