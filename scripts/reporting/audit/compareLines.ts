import { zeroAddress } from "viem";
import { isConditional } from "../../../core/deal/isConditional.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import type { History } from "../../../core/ledger/History.ts";
import { lineEarningsOf } from "../../../core/ledger/lineEarningsOf.ts";
import { residualOf } from "../../../core/ledger/residualOf.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { Comparison } from "./Comparison.ts";
import { compareConditional } from "./compareConditional.ts";
import type { Subject } from "./Subject.ts";

/** Compares standing lines and the residual. Returns how many balances were compared. */
export function compareLines(comparison: Comparison, books: Books, { time }: History): number {
  const terms = termsAt(books, time);
  for (const book of books.currencies.values()) {
    for (const [index, line] of terms.standing.entries()) {
      const subject = { books, book, index, line, time };
      if (isConditional(line)) compareConditional(comparison, subject);
      else compareEarnings(comparison, subject);
    }
    const residual = residualOf(books, book, time);
    const unsettled = residual.locked - book.residualSettled;
    comparison.ask("residualEarnings", [book.currency.address, 2n ** 64n], (locked) => {
      comparison.amount("residual: locked and not settled", book.currency, unsettled, locked);
    });
  }
  for (const [index, line] of terms.standing.entries())
    compareState(comparison, books, terms, { index, line, time });
  return books.currencies.size * (terms.standing.length + 1);
}

function compareEarnings(
  comparison: Comparison,
  { books, book, index, line, time }: Subject,
): void {
  const { currency } = book;
  const expected = lineEarningsOf(books, book, index, time);
  const unsettled = expected.locked - (book.lineSettled.get(index) ?? 0n);
  comparison.ask("lineEarnings", [BigInt(index), currency.address], ([held, locked]) => {
    // The view settles so many segments only; what it has not reached it still counts as held.
    comparison.amount(
      `${line.name}: held and not settled`,
      currency,
      expected.held + unsettled,
      held + locked,
    );
    if (locked > unsettled)
      comparison.amount(`${line.name}: locked and not settled`, currency, unsettled, locked);
  });
}

function compareState(
  comparison: Comparison,
  books: Books,
  terms: Terms,
  { index, line, time }: Omit<Subject, "books" | "book">,
): void {
  const changes = books.lines.get(index);
  const ends = [line.ends, changes?.ends ?? 0].filter((end) => end !== 0);
  // A notice that nobody acted on lapses after a period.
  const notice =
    changes?.notice !== undefined && time < changes.notice.until + terms.period
      ? changes.notice
      : undefined;
  comparison.ask("lineState", [BigInt(index)], (found) => {
    const { name } = line;
    const suspended = (changes?.turns.length ?? 0) % 2 === 1;
    comparison.equal(`${name}: ends`, ends.length === 0 ? 0 : Math.min(...ends), found.ends);
    comparison.equal(`${name}: suspended`, String(suspended), String(found.suspended));
    comparison.equal(`${name}: agreed to end it`, changes?.agreed ?? 0, found.agreed);
    comparison.equal(`${name}: notice`, notice?.remedy ?? 0, found.remedy);
    comparison.equal(`${name}: notice until`, notice?.until ?? 0, found.noticeUntil);
    comparison.equal(`${name}: offer`, changes?.offer?.price ?? 0n, found.price);
    comparison.equal(
      `${name}: currency of the offer`,
      changes?.offer?.currency ?? zeroAddress,
      found.priceCurrency,
    );
    comparison.equal(`${name}: offer from`, changes?.offer?.from ?? 0, found.priceFrom);
  });
}
