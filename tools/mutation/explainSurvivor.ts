import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "./Mutant.ts";
import { oneLine } from "./oneLine.ts";

/** What tells a mutant from others of its file, for lines move. */
type Change = Pick<Mutant, "file" | "within" | "original" | "replacement">;

/** A mutant that does what the original does. */
interface Equivalent extends Change {
  readonly reason: string;
}

const KNOWN: ReadonlyMap<string, string> = new Map(
  (
    JSON.parse(
      readFileSync(join(import.meta.dirname, "equivalents.json"), "utf8"),
    ) as readonly Equivalent[]
  ).map((known) => [keyOf(known), known.reason]),
);

/** Why no test can kill a mutant, where somebody has looked and found that. */
export function explainSurvivor(mutant: Mutant): string | undefined {
  return KNOWN.get(keyOf(mutant));
}

/** Those that are known to do what the original does, and that no other mutant could be taken for. */
export function findEquivalents(all: readonly Mutant[]): ReadonlySet<Mutant> {
  const alike = Map.groupBy(all, keyOf);
  return new Set(
    [...alike].flatMap(([key, mutants]) => (KNOWN.has(key) && mutants.length === 1 ? mutants : [])),
  );
}

function keyOf({ file, within, original, replacement }: Change): string {
  return [file, within, oneLine(original), oneLine(replacement)].join("\n");
}
