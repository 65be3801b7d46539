import { byText } from "./byText.ts";

/** A name that several known customers have. */
export interface SharedName {
  readonly name: string;
  /** How many they are. */
  readonly customers: number;
}

/** What a customer is known by for sure: an id of Stripe's, or an e-mail address. */
const SORTS = [(name: string) => /^g?cus_/.test(name), (name: string) => name.includes("@")];

/**
 * Names that were seen with several of Stripe's customer ids, or with several e-mail addresses, and would make them one.
 * @param groups Names that are of one customer each.
 */
export function findSharedNames(groups: readonly (readonly string[])[]): SharedName[] {
  const most = new Map<string, number>();
  for (const isOfSort of SORTS) {
    for (const [name, customers] of customersByName(groups, isOfSort)) {
      most.set(name, Math.max(most.get(name) ?? 0, customers.size));
    }
  }
  return [...most]
    .filter(([, customers]) => customers > 1)
    .map(([name, customers]) => ({ name, customers }))
    .sort((a, b) => byText(a.name, b.name));
}

/** The customers of a sort that each name of another sort was seen with. */
function customersByName(
  groups: readonly (readonly string[])[],
  isOfSort: (name: string) => boolean,
): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const group of groups) {
    const customers = group.filter(isOfSort);
    for (const name of customers.length === 0 ? [] : group) {
      if (isOfSort(name)) continue;
      const set = known.get(name) ?? new Set();
      for (const customer of customers) set.add(customer);
      known.set(name, set);
    }
  }
  return known;
}
