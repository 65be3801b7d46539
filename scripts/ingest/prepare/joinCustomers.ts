import { NOTHING_KNOWN, type SetAside } from "../facts/SetAside.ts";
import { findSharedNames, type SharedName } from "./findSharedNames.ts";
import { joinNames } from "./joinNames.ts";

/** Customers by all that they are known by. */
export interface JoinedCustomers {
  /** The one name of each customer. */
  readonly nameOf: (name: string) => string;
  /** Names of one customer, those last that are others' as well. */
  readonly sorted: (names: readonly string[]) => readonly string[];
  /** Names that several customers have. */
  readonly setAside: readonly SetAside[];
}

/** Two may well be one person who paid as a guest; of more the name rather is a shop's till, an agency's or a stand-in. */
const MOST_JOINED = 2;

/**
 * Joins the names that were seen together, but for those that would make one customer of several known ones.
 * @param groups Names that are of one customer each, the most telling first.
 * @param same Groups that the operator vouches for.
 */
export function joinCustomers(
  groups: readonly (readonly string[])[],
  same: readonly (readonly string[])[],
): JoinedCustomers {
  const vouched = new Set(same.flat());
  const shared = findSharedNames(groups).filter(({ name }) => !vouched.has(name));
  const apart = new Set(shared.filter(({ known }) => known > MOST_JOINED).map(({ name }) => name));
  const own = (names: readonly string[]) => names.filter((name) => !apart.has(name));
  return {
    nameOf: joinNames([...groups.map(own), ...same]),
    sorted: (names) => [...own(names), ...names.filter((name) => apart.has(name))],
    setAside: shared.map(toSetAside),
  };
}

function toSetAside({ name, known, others }: SharedName): SetAside {
  const what =
    known > MOST_JOINED
      ? `it joins none of the ${known} customers that it was seen with`
      : `it makes one of the ${Math.max(known, others)} customers that it was seen with`;
  return {
    ...NOTHING_KNOWN,
    ...{ verdict: "review", what: "name", customer: name, from: "", rule: "(shared name)" },
    reason: `${what}; if they are one, name them in customers.same of the mapping, if the name is nobody's, in customers.nobody`,
  };
}
