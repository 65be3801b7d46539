export type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/** The groups of which each member is reached from each other. */
export function findRings(edges: Edges): string[][] {
  const reached = new Map([...edges.keys()].map((name) => [name, reachedFrom(name, edges)]));
  const rings = new Map<string, string[]>();
  for (const [name, others] of reached) {
    const ring = [...others].filter((other) => reached.get(other)?.has(name)).toSorted();
    if (ring.length > 1) rings.set(ring.join(" "), ring);
  }
  return [...rings.values()];
}

function reachedFrom(start: string, edges: Edges): Set<string> {
  const found = new Set<string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const next of edges.get(name) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  }
  return found;
}
