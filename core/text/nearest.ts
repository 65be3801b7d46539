import { distance } from "fastest-levenshtein";
import { foldText } from "./foldText.ts";

/**
 * The name that was probably meant: the nearest of those that differ from a text in no more than a third of its letters, in one where
 * it has few; of equal ones the first, undefined where none is near. Two neighbours that changed places differ in one. Case plays no part.
 */
export function nearest(text: string, names: Iterable<string>): string | undefined {
  const wanted = foldText(text);
  let best: string | undefined;
  const most = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  let fewest = most + 1;
  for (const name of names) {
    const folded = foldText(name);
    const differing = isSwapped(wanted, folded) ? 1 : distance(wanted, folded);
    if (differing < fewest) [best, fewest] = [name, differing];
  }
  return best;
}

/** Whether one text is the other but for two neighbours that changed places. */
function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const [a = "", b = ""] = one.slice(at, at + 2);
  return at >= 0 && one.slice(0, at) + b + a + one.slice(at + 2) === other && a !== b;
}
