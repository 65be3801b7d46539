import type { Currency } from "../../currency/Currency.ts";
import type { Terms } from "../../deal/Terms.ts";
import { describeTerms } from "./describeTerms.ts";
import { wordsOf } from "./wordsOf.ts";

/** One part of the terms that two versions tell differently; a side is open where that version has no such part. */
export interface TermsChange {
  readonly title: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What two versions of terms say differently, in sentences. */
export function compareTerms(
  before: Terms,
  after: Terms,
  currencies: readonly Currency[],
): TermsChange[] {
  const old = partsOf(before, currencies);
  const news = partsOf(after, currencies);
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
function partsOf(terms: Terms, currencies: readonly Currency[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const { title: group, texts } of describeTerms(terms, currencies)) {
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
