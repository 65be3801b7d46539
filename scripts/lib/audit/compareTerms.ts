import type { Books } from "../books/Books.ts";
import type { History } from "../books/History.ts";
import { termsAt } from "../books/termsAt.ts";
import { hashTerms } from "../terms/hashTerms.ts";
import type { Comparison } from "./Comparison.ts";

/** Compares the terms in force, and the amendment that waits. */
export function compareTerms(comparison: Comparison, books: Books, { time }: History): void {
  comparison.ask("termsHash", [], (found) => {
    comparison.equal("terms in force", hashTerms(termsAt(books, time)), found);
  });
}
