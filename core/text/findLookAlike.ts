import { foldText } from "./foldText.ts";
import { looksOf } from "./looksOf.ts";

/** A name, and another that it could be taken for. */
export interface LookAlike<Named> {
  readonly newcomer: Named;
  readonly other: string;
  /** In what the two differ, for they look the same. */
  readonly differing: string;
}

/** Finds the first newcomer whose name only looks like another's: one of the known, or one before it. */
export function findLookAlike<Named extends { readonly name: string }>(
  newcomers: readonly Named[],
  known: readonly { readonly name: string }[],
): LookAlike<Named> | undefined {
  const seen = new Map(known.flatMap(({ name }) => looksOf(name).map((look) => [look, name])));
  for (const newcomer of newcomers) {
    const { name } = newcomer;
    const looks = looksOf(name);
    const other = looks.map((look) => seen.get(look)).find((found) => found !== undefined);
    if (other !== undefined) return { newcomer, other, differing: differenceOf(name, other) };
    for (const look of looks) seen.set(look, name);
  }
  return undefined;
}

function differenceOf(name: string, other: string): string {
  if (name === other) return "in nothing";
  if (foldText(name) === foldText(other)) return "in capitals, accents' composition or blanks";
  const letters = new Set(other);
  const own = [...name].filter((letter) => !letters.has(letter));
  const found = own.map((letter) => `"${letter}" (${codePointOf(letter)})`);
  return found.length === 0 ? "in letters that look alike" : `in ${found.join(", ")}`;
}

function codePointOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
