/**
 * One name for each thing, of all that it is known by: names that were once seen together are of the same thing, and so are
 * theirs. The first in the order of the alphabet, whatever order they came in.
 * @returns The name for any one that was seen; for any other that name itself.
 */
export function joinNames(groups: Iterable<readonly string[]>): (name: string) => string {
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
      if (a < b) parents.set(b, a);
      else if (b < a) parents.set(a, b);
    }
  }
  return rootOf;
}
