import { zeroHash } from "viem";
import { isInForceAt } from "../../../core/ledger/Amendment.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import type { History } from "../../../core/ledger/History.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { hashTerms } from "../../../core/terms/hashTerms.ts";
import type { Comparison } from "./Comparison.ts";

/** Compares the terms in force, and the amendment that waits or was the last one. */
export function compareTerms(comparison: Comparison, books: Books, { time }: History): void {
  comparison.ask("termsHash", [], (found) => {
    comparison.equal("terms in force", hashTerms(termsAt(books, time)), found);
  });
  for (const { hash, unasked } of books.amendments)
    comparison.equal(`amendment ${hash}: holders not asked`, 0, unasked);
  const last = books.amendments.at(-1);
  // Where the last one is withdrawn, the one before it is shown again, if it came into force.
  const expected =
    last?.isWithdrawn === false ? last : books.amendments.findLast((one) => isInForceAt(one, time));
  comparison.ask("amendment", [], ({ termsHash, from, consents }) => {
    comparison.equal("amendment: terms", expected?.hash ?? zeroHash, termsHash);
    comparison.equal("amendment: in force from", expected?.from ?? 0, from);
    comparison.equal("amendment: consents missing", expected?.consents ?? 0, consents);
  });
}
