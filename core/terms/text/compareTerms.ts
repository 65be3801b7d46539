import type { Terms } from "../../deal/Terms.ts";
import { describeFrame } from "./describeFrame.ts";
import { describeRole } from "./describeRole.ts";
import { describeRules } from "./describeRules.ts";
import { describeStandingLine } from "./describeStandingLine.ts";
import type { TermsText } from "./TermsText.ts";

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
  return [...new Map([...old, ...news])]
    .map(([key, { title }]) => ({
      title,
      before: old.get(key)?.words,
      after: news.get(key)?.words,
    }))
    .filter((change) => change.before !== change.after);
}

interface Part {
  readonly title: string;
  readonly words: string;
}

/** By kind of part, title and turn: two parts of one title are two, or one could hide what changes in the other. */
function partsOf(terms: Terms, symbols: readonly string[]): Map<string, Part> {
  const groups = [
    terms.roles.map((_, index) => describeRole(terms, index)),
    terms.standing.map((line) => describeStandingLine(terms, line, symbols)),
    describeFrame(terms),
    describeRules(terms),
  ];
  const parts = new Map<string, Part>();
  for (const [group, texts] of groups.entries()) {
    const turns = new Map<string, number>();
    for (const text of texts) {
      const turn = turns.get(text.title) ?? 0;
      turns.set(text.title, turn + 1);
      parts.set(JSON.stringify([group, turn, text.title]), {
        title: text.title,
        words: wordsOf(text),
      });
    }
  }
  return parts;
}

function wordsOf({ sentences, table, holder }: TermsText): string {
  const rows = (table?.rows ?? []).map(([name, value]) => `${name}: ${value}`);
  return [
    ...sentences,
    ...(holder === undefined ? [] : [`Held by ${holder}.`]),
    ...(rows.length === 0 ? [] : [`${rows.join(", ")}.`]),
  ].join(" ");
}
