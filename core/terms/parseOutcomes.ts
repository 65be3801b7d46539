import type { Terms } from "../deal/Terms.ts";
import type { Kinds } from "./parseKinds.ts";
import type { TermsFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

/** The outcomes of a terms file; each counts for its kind's classes of products too. */
export function parseOutcomes(
  reader: TermsReader,
  { kinds: names, outcomes = {} }: TermsFile,
  kinds: Kinds,
): Terms["outcomes"] {
  return Object.entries(outcomes).flatMap(([name, { amount: text, per }]) => {
    const path = `outcomes.${name}`;
    if (!names.includes(name)) reader.unknown(path, "kind", name, { names });
    const amounts = reader.amounts(`${path}.amount`, text);
    return kinds.list.flatMap(({ plain }, kind) =>
      plain === name ? [{ kind, perPeriod: per === "period", amounts }] : [],
    );
  });
}
