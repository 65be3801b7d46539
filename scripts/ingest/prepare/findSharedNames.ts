import { byText } from "./byText.ts";

/** A name that several customers have. */
export interface SharedName {
  readonly name: string;
  /** How many known ones they are: by Stripe's ids, or by e-mail addresses. */
  readonly known: number;
  /** How many other names the name was seen with, where it is an e-mail address: of customers, or of one's devices. */
  readonly others: number;
}

const isStripes = (name: string) => /^(g?cus|acct)_/.test(name);
const isMail = (name: string) => name.includes("@");
const isOther = (name: string) => !isStripes(name) && !isMail(name);

/**
 * Names that were seen with several of Stripe's customer ids, with several e-mail addresses, or, as an e-mail address, with several other
 * names, and would make them one.
 * @param groups Names that are of one customer each.
 */
export function findSharedNames(groups: readonly (readonly string[])[]): SharedName[] {
  const stripes = seenWith(groups, isStripes);
  const mails = seenWith(groups, isMail);
  // Stripe's id makes one customer of all its devices anyway.
  const others = seenWith(
    groups.filter((group) => !group.some(isStripes)),
    isOther,
  );
  const sizeIn = (seen: ReadonlyMap<string, Set<string>>, name: string) =>
    seen.get(name)?.size ?? 0;
  return [...new Set([...stripes.keys(), ...mails.keys(), ...others.keys()])]
    .map((name) => ({
      name,
      known: Math.max(sizeIn(stripes, name), sizeIn(mails, name)),
      others: isMail(name) ? sizeIn(others, name) : 0,
    }))
    .filter(({ known, others: devices }) => known > 1 || devices > 2)
    .sort((a, b) => byText(a.name, b.name));
}

/** The names of a sort that each name of another sort was seen with. */
function seenWith(
  groups: readonly (readonly string[])[],
  isOfSort: (name: string) => boolean,
): Map<string, Set<string>> {
  const seen = new Map<string, Set<string>>();
  for (const group of groups) {
    const own = group.filter(isOfSort);
    for (const name of own.length === 0 ? [] : group) {
      if (isOfSort(name)) continue;
      const set = seen.get(name) ?? new Set();
      for (const one of own) set.add(one);
      seen.set(name, set);
    }
  }
  return seen;
}
