import { printable } from "./printable.ts";

const LONGEST = 80;

/** A name that somebody else chose, safe to stand among other text: nothing unseen, of bounded length. */
export function printableName(text: string): string {
  const clean = printable(text).trim();
  const letters = Array.from(clean);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : clean;
}
