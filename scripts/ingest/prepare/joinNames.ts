/**
 * One name for each thing, of all that it is known by: names that were once seen together are of the same thing, and so are
 * theirs. The most telling, which is the one that came after the fewest others wherever it was seen; of equal ones the first in the
 * order of the alphabet. Whatever order the groups come in.
 * @param groups Names that are of one thing each, the most telling first.
 * @returns The name for any one that was seen; for any other that name itself.
 */
export function joinNames(groups: readonly (readonly string[])[]): (name: string) => string {
  const rootOf = unite(groups);
  const ranks = rank(groups);
  const best = new Map<string, string>();
  for (const [name, own] of ranks) {
    const root = rootOf(name);
    const other = best.get(root);
    const others = other === undefined ? Number.POSITIVE_INFINITY : (ranks.get(other) ?? 0);
    const isBetter = own < others || (own === others && name < (other ?? ""));
    if (isBetter) best.set(root, name);
  }
  return (name) => best.get(rootOf(name)) ?? name;
}

/** How many others each name has come after, at most. */
function rank(groups: readonly (readonly string[])[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const group of groups) {
    for (const [index, name] of group.entries()) {
      ranks.set(name, Math.max(ranks.get(name) ?? 0, index));
    }
  }
  return ranks;
}

/** One of the names of each thing, for any of them. */
function unite(groups: readonly (readonly string[])[]): (name: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    // Later searches go straight to the root.
    for (let at = name; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  for (const [first, ...others] of groups) {
    if (first === undefined) continue;
    for (const other of others) {
      const [a, b] = [rootOf(first), rootOf(other)];
      if (a !== b) parents.set(b, a);
    }
  }
  return rootOf;
}
