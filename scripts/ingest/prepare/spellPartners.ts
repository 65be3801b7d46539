import { foldText } from "../../../core/text/foldText.ts";
import { tidyText } from "../../../core/text/tidyText.ts";
import type { Touch } from "../facts/Touch.ts";
import type { Mapping } from "../mapping/Mapping.ts";
import { byText } from "./byText.ts";

/** Touches whose partners have one spelling each: the mapping's, or else the first in the order of the alphabet. */
export function spellPartners(touches: readonly Touch[], mapping: Mapping): Touch[] {
  const spelled = new Map<string, string>();
  for (const name of [...namesIn(mapping), ...partnersIn(touches)]) {
    const key = foldText(name);
    if (!spelled.has(key)) spelled.set(key, tidyText(name));
  }
  const known = new Map<string, string>();
  const spell = (name: string) => {
    const own = known.get(name) ?? spelled.get(foldText(name)) ?? name;
    known.set(name, own);
    return own;
  };
  return touches.map((touch) => {
    const partner = spell(touch.partner);
    return partner === touch.partner ? touch : { ...touch, partner };
  });
}

function namesIn({ links = [], codes = [], deals = [] }: Mapping): string[] {
  return [
    ...links.flatMap((link) => ("partners" in link ? Object.values(link.partners) : link.partner)),
    ...[...codes, ...deals].map(({ partner }) => partner),
  ];
}

function partnersIn(touches: readonly Touch[]): string[] {
  return [...new Set(touches.map(({ partner }) => partner))].sort(byText);
}
