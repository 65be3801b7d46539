import { createHash } from "node:crypto";
import { GROUPS, groupOf } from "./groupOf.ts";
import type { Mutant } from "./Mutant.ts";

/**
 * As many mutants, half of them of each group. Which ones follows from the seed and from what a mutant changes in which
 * function, so that a mutant stays in the sample when code elsewhere changes.
 */
export function sampleMutants(mutants: readonly Mutant[], size: number, seed: string): Mutant[] {
  const ranked = mutants
    .map((mutant) => ({ mutant, rank: rankOf(mutant, seed) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ mutant }) => mutant);
  const groups = GROUPS.map((group) => ranked.filter(({ file }) => groupOf(file) === group));
  // Where one group has too few, the other fills up.
  const half = Math.ceil(size / 2);
  const chosen = groups.flatMap((all, index) => {
    const others = groups[1 - index]?.length ?? 0;
    return all.slice(0, Math.max(half, size - others));
  });
  return chosen.slice(0, size).toSorted((a, b) => a.number - b.number);
}

function rankOf({ file, within, original, replacement, number }: Mutant, seed: string): string {
  const hash = createHash("sha256").update([seed, file, within, original, replacement].join("\0"));
  return `${hash.digest("hex")} ${String(number).padStart(6, "0")}`;
}
