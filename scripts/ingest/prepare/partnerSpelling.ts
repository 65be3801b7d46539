import { foldText } from "../../../core/text/foldText.ts";
import { tidyText } from "../../../core/text/tidyText.ts";
import type { Mapping } from "../mapping/Mapping.ts";
import { byText } from "./byText.ts";

/** The one spelling of each partner: the mapping's, or else the first of the names in the order of the alphabet. */
export function partnerSpelling(
  mapping: Mapping,
  names: ReadonlySet<string>,
): (partner: string) => string {
  const spelled = new Map<string, string>();
  for (const name of [...namesIn(mapping), ...[...names].sort(byText)]) {
    const key = foldText(name);
    if (!spelled.has(key)) spelled.set(key, tidyText(name));
  }
  const known = new Map<string, string>();
  return (name) => {
    const own = known.get(name) ?? spelled.get(foldText(name)) ?? name;
    known.set(name, own);
    return own;
  };
}

function namesIn({ links = [], codes = [], deals = [] }: Mapping): string[] {
  return [
    ...links.flatMap((link) => ("partners" in link ? Object.values(link.partners) : link.partner)),
    ...[...codes, ...deals].map(({ partner }) => partner),
  ];
}
