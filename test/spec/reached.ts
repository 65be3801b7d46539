/** How often a run came to what, by its name. */
const counts = new Map<string, number>();

export function reach(what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** What was reached, the most often first. */
export function reached(): readonly (readonly [what: string, times: number])[] {
  return [...counts].sort(([, a], [, b]) => b - a);
}
