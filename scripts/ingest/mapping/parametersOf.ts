import { foldText } from "../../../core/text/foldText.ts";

/** The values of each parameter by its name without case, in the order in which they stand. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

/** `&amp;` as it stands in the source of a page, once or several times over. */
const ESCAPED = /&(?:amp|#0*38|#x0*26);/gi;
/** What parts an address from its parameters, and those from each other; `%3F` is what some mailers make of the question mark. */
const MARKS = /[?&;#]|%3F/i;

/**
 * The parameters of a whole address or of one without its host: behind its question mark, in its fragment, as pages that route there
 * have them, and those that were written without one.
 */
export function parametersOf(url: string): Parameters {
  const [, ...pieces] = unescaped(url).split(MARKS);
  const parameters = new Map<string, string[]>();
  for (const piece of pieces) {
    for (const [name, value] of new URLSearchParams(piece)) {
      const key = foldText(name);
      const known = parameters.get(key);
      if (known === undefined) parameters.set(key, [value]);
      else known.push(value);
    }
  }
  return parameters;
}

function unescaped(url: string): string {
  const once = url.replaceAll(ESCAPED, "&");
  return once === url ? url : unescaped(once);
}
