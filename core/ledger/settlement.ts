import { lockedPeriods, periodStart } from "../deal/periods.ts";
import { EMPTY_CLAUSE_BOOK } from "../deal/Settlement.ts";
import { settleNext } from "../deal/settleNext.ts";
import type { CurrencyBook, Entry } from "./Books.ts";
import { contextOf } from "./contextOf.ts";
import { createSettledSums, enterStep, type SettledSums } from "./SettlementBook.ts";

/** Collects what the events of one transaction settle. */
export function settlementOf(entry: Entry, book: CurrencyBook): SettledSums {
  book.settling ??= { entry, settled: createSettledSums() };
  return book.settling.settled;
}

/**
 * Settles on until as much is settled as the events of a transaction told. They do not tell how many segments that took; where
 * several numbers fit, the segments between them changed nothing.
 */
export function compareSettlement(book: CurrencyBook): void {
  if (book.settling === undefined) return;
  const { entry, settled } = book.settling;
  book.settling = undefined;
  const { books, terms, time } = entry;
  const context = contextOf(books, terms, book);
  const limit = periodStart(terms, lockedPeriods(terms, time));
  const sums = createSettledSums();
  const { settlement } = book;
  while (!isSame(sums, settled) && settlement.state.next < limit)
    enterStep(settlement, sums, settleNext(context, settlement.state));
  for (const [what, expected, found] of differencesOf(entry, sums, settled))
    books.disagreements.push({ what, currency: book.currency, expected, found });
}

/** Changes a line's reserve. What was settled before drew on it as it was then. */
export function changeReserve(book: CurrencyBook, line: number, by: bigint): void {
  compareSettlement(book);
  const { state } = book.settlement;
  const before = state.clauses.get(line) ?? EMPTY_CLAUSE_BOOK;
  const after = { ...before, reserve: before.reserve + by };
  book.settlement.state = { ...state, clauses: new Map(state.clauses).set(line, after) };
}

function isSame(a: SettledSums, b: SettledSums): boolean {
  return amountsOf(a, b).every(([, one, other]) => one === other);
}

function differencesOf({ terms, time }: Entry, expected: SettledSums, found: SettledSums) {
  const day = new Date(time * 1000).toISOString().slice(0, 10);
  return amountsOf(expected, found)
    .filter(([, one, other]) => one !== other)
    .map(([source, one, other]) => {
      const name = typeof source === "number" ? terms.standing[source]?.name : source;
      return [`${name}: settled on ${day}`, one, other] as const;
    });
}

/** All amounts of two settlements side by side. */
function amountsOf(a: SettledSums, b: SettledSums) {
  const lines = [...new Set([...a.lines.keys(), ...b.lines.keys()])];
  return [
    ...lines.map((index) => [index, a.lines.get(index) ?? 0n, b.lines.get(index) ?? 0n] as const),
    ["residual", a.residual, b.residual],
    ["guarantees out of the residual", a.fromResidual, b.fromResidual],
    ["guarantees out of reserves", a.fromReserve, b.fromReserve],
    ["new arrears", a.unfunded, b.unfunded],
  ] as const;
}
