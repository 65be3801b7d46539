import type { TermsText } from "./TermsText.ts";

/** A part of the terms in one paragraph, its table and holder included. */
export function wordsOf({ sentences, table, holder }: TermsText): string {
  const rows = (table?.rows ?? []).map(([name, value]) => `${name}: ${value}`);
  return [
    ...sentences,
    ...(holder === undefined ? [] : [`Held by ${holder}.`]),
    ...(table === undefined ? [] : [`${table.caption}: ${rows.join(", ")}.`]),
  ].join(" ");
}
