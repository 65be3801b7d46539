import { lockedPeriods, periodStart } from "../../../core/deal/periods.ts";
import { EMPTY_CLAUSE_BOOK, type Settlement } from "../../../core/deal/Settlement.ts";
import { settleNext } from "../../../core/deal/settleNext.ts";
import { PER_YEAR, type StandingLine } from "../../../core/deal/Terms.ts";
import { yearsSince } from "../../../core/deal/years.ts";
import { conditionalEarningsOf } from "../../../core/ledger/conditionalEarningsOf.ts";
import { contextOf } from "../../../core/ledger/contextOf.ts";
import { createSettledSums, enterStep } from "../../../core/ledger/SettlementBook.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { Comparison } from "./Comparison.ts";
import type { Subject } from "./Subject.ts";

/** Compares what a conditional line has earned, and how far it has come towards them. */
export function compareConditional(comparison: Comparison, subject: Subject): void {
  const { books, book, index, line, time } = subject;
  const { currency } = book;
  const { held: expected } = conditionalEarningsOf(books, book, index, time);
  const ways = waysOn(subject);
  comparison.ask("lineEarnings", [BigInt(index), currency.address], ([held, locked]) => {
    comparison.amount(`${line.name}: held`, currency, expected, held);
    // The view settles so many segments only: it says what a settlement of as many would bring.
    if (!ways.some(({ settled }) => settled === locked)) {
      const all = ways.at(-1)?.settled ?? 0n;
      comparison.amount(`${line.name}: locked and not settled`, currency, all, locked);
    }
  });
  comparison.ask("lineProgress", [BigInt(index), currency.address], (found) => {
    // Segments that settled nothing may be settled already: no event tells.
    const fits = ways.find(
      ({ isSilent, capped, counted, earned }) =>
        isSilent && capped === found.capped && counted === found.counted && earned === found.earned,
    );
    const [here] = ways;
    const arrears = book.settlement.state.clauses.get(index)?.arrears ?? 0n;
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
  const context = contextOf(books, terms, book);
  const settlement = structuredClone(book.settlement);
  const sums = createSettledSums();
  const ways: Way[] = [];
  for (;;) {
    const all = [...sums.lines.values(), sums.residual, sums.fromReserve, sums.unfunded];
    ways.push({
      settled: sums.lines.get(index) ?? 0n,
      ...progressAt(settlement.state, index, line),
      isSilent: all.every((amount) => amount === 0n),
    });
    if (settlement.state.next >= limit) return ways;
    enterStep(settlement, sums, settleNext(context, settlement.state));
  }
}

/** What counts in the year of the next segment. */
function progressAt(state: Settlement, index: number, { starts, clauses }: StandingLine) {
  const book = state.clauses.get(index) ?? EMPTY_CLAUSE_BOOK;
  const { capped, capYear, counted, countedYear, earned } = book;
  const year = yearsSince(starts, state.next);
  return {
    capped: clauses.capPer !== PER_YEAR || year === capYear ? capped : 0n,
    counted: clauses.thresholdPer !== PER_YEAR || year === countedYear ? counted : 0n,
    earned,
  };
}
