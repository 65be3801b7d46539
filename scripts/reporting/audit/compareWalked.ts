import { lockedPeriods, periodStart } from "../../../core/ledger/schedule.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { clausesOf, createSettlement, type Walk } from "../../../core/ledger/Walk.ts";
import { walkedEarningsOf } from "../../../core/ledger/walkedEarningsOf.ts";
import { walkOn } from "../../../core/ledger/walkOn.ts";
import { PER_YEAR, type StandingLine } from "../../../core/terms/ParsedTerms.ts";
import type { Comparison } from "./Comparison.ts";
import type { Subject } from "./compareLines.ts";

const YEAR = 31_536_000;

/** Compares what a line with clauses has earned, and how far it has come towards them. */
export function compareWalked(comparison: Comparison, subject: Subject): void {
  const { books, book, index, line, time } = subject;
  const { currency } = book;
  const { held: expected } = walkedEarningsOf(books, book, index, time);
  const ways = waysOn(subject);
  comparison.ask("lineEarnings", [BigInt(index), currency.address], ([held, locked]) => {
    comparison.amount(`${line.name}: held`, currency, expected, held);
    // The view walks so many segments only: it says what a settlement of as many would bring.
    if (!ways.some(({ settled }) => settled === locked)) {
      const all = ways.at(-1)?.settled ?? 0n;
      comparison.amount(`${line.name}: locked and not settled`, currency, all, locked);
    }
  });
  comparison.ask("lineProgress", [BigInt(index), currency.address], (found) => {
    // Segments that settled nothing may be walked already: no event tells.
    const fits = ways.find(
      ({ isSilent, capped, counted, earned }) =>
        isSilent && capped === found.capped && counted === found.counted && earned === found.earned,
    );
    const [here] = ways;
    const arrears = book.walk.clauses.get(index)?.arrears ?? 0n;
    comparison.amount(`${line.name}: arrears`, currency, arrears, found.arrears);
    if (fits !== undefined || here === undefined) return;
    comparison.amount(`${line.name}: counts towards its cap`, currency, here.capped, found.capped);
    comparison.amount(
      `${line.name}: counts towards its threshold`,
      currency,
      here.counted,
      found.counted,
    );
    comparison.amount(
      `${line.name}: earned in the period being settled`,
      currency,
      here.earned,
      found.earned,
    );
  });
}

/** Where a line stands after a number of segments. */
interface Way {
  readonly settled: bigint;
  readonly capped: bigint;
  readonly counted: bigint;
  readonly earned: bigint;
  /** Whether nothing at all was settled on the way. */
  readonly isSilent: boolean;
}

/** Where a line stands after no segment, one, two and so on to the last one that is locked. */
function waysOn({ books, book, index, line, time }: Subject): Way[] {
  const terms = termsAt(books, time);
  const limit = periodStart(terms, lockedPeriods(terms, time));
  const walk = structuredClone(book.walk);
  const walked = createSettlement();
  const ways: Way[] = [];
  for (;;) {
    const sums = [...walked.lines.values(), walked.residual, walked.fromReserve, walked.unfunded];
    ways.push({
      settled: walked.lines.get(index) ?? 0n,
      ...progressAt(walk, index, line, walk.next ?? terms.start),
      isSilent: sums.every((sum) => sum === 0n),
    });
    if ((walk.next ?? terms.start) >= limit) return ways;
    walkOn({ books, terms, book }, walk, walked);
  }
}

/** What counts in the year of the next segment. */
function progressAt(walk: Walk, index: number, { starts, clauses }: StandingLine, next: number) {
  const { capped, capYear, counted, countedYear, earned } = clausesOf(walk, index);
  const year = Math.max(0, Math.floor((next - starts) / YEAR));
  return {
    capped: clauses.capPer !== PER_YEAR || year === capYear ? capped : 0n,
    counted: clauses.thresholdPer !== PER_YEAR || year === countedYear ? counted : 0n,
    earned,
  };
}
