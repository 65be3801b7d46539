import { distance } from "fastest-levenshtein";
import { foldText } from "./foldText.ts";

/**
 * The name that was probably meant: the nearest of those that differ from a text in no more than a third of its letters, in one where
 * it has few; of equal ones the first, undefined where none is near. Case plays no part.
 */
export function nearest(text: string, names: Iterable<string>): string | undefined {
  const wanted = foldText(text);
  let best: string | undefined;
  const most = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  let fewest = most + 1;
  for (const name of names) {
    const differing = distance(wanted, foldText(name));
    if (differing < fewest) [best, fewest] = [name, differing];
  }
  return best;
}
