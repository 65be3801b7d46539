import { describeFrame } from "./describeFrame";
import { describeRole } from "./describeRole";
import { describeRules } from "./describeRules";
import { describeStandingLine } from "./describeStandingLine";
import type { Terms } from "./Terms";
import type { TermsText } from "./TermsText";

/** One part of the terms that two versions tell differently; a side is open where that version has no such part. */
export interface TermsChange {
  readonly title: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What two versions of terms say differently, in the words in which the page tells them. */
export function compareTerms(
  before: Terms,
  after: Terms,
  symbols: readonly string[],
): TermsChange[] {
  const old = partsOf(before, symbols);
  const news = partsOf(after, symbols);
  return [...new Set([...old.keys(), ...news.keys()])]
    .filter((title) => old.get(title) !== news.get(title))
    .map((title) => ({ title, before: old.get(title), after: news.get(title) }));
}

function partsOf(terms: Terms, symbols: readonly string[]): Map<string, string> {
  const parts = [
    ...terms.roles.map((_, index) => describeRole(terms, index)),
    ...terms.standing.map((line) => describeStandingLine(terms, line, symbols)),
    ...describeFrame(terms),
    ...describeRules(terms),
  ];
  return new Map(parts.map((part) => [part.title, wordsOf(part)]));
}

function wordsOf({ sentences, table }: TermsText): string {
  const rows = (table?.rows ?? []).map(([name, value]) => `${name}: ${value}`);
  return [...sentences, ...(rows.length === 0 ? [] : [`${rows.join(", ")}.`])].join(" ");
}
