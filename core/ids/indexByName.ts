import { foldText } from "../text/foldText.ts";
import { tidyText } from "../text/tidyText.ts";

/**
 * Finds things by their names, whatever the case and however accents are composed: those whose name is spelled so, or else all whose
 * name compares as equal. Several are several that nobody can tell apart by this name.
 */
export function indexByName<Named extends { readonly name: string }>(
  things: Iterable<Named>,
): (name: string) => readonly Named[] {
  const spelled = new Map<string, Named[]>();
  const folded = new Map<string, Named[]>();
  for (const thing of things) {
    add(spelled, tidyText(thing.name), thing);
    add(folded, foldText(thing.name), thing);
  }
  return (name) => spelled.get(tidyText(name)) ?? folded.get(foldText(name)) ?? [];
}

function add<Named>(index: Map<string, Named[]>, key: string, thing: Named): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [thing]);
  else known.push(thing);
}
