import type { CurrencyBook } from "./Books.ts";
import type { Entry } from "./Entry.ts";
import { lockedPeriods, periodStart } from "./schedule.ts";
import { createSettlement, type Settlement } from "./Walk.ts";
import { walkOn } from "./walkOn.ts";

/** Collects what the events of one transaction settle. */
export function settlementOf(entry: Entry, book: CurrencyBook): Settlement {
  book.settling ??= { entry, settled: createSettlement() };
  return book.settling.settled;
}

/**
 * Walks on until as much is settled as the events of a transaction told. They do not tell how many segments that took; where
 * several numbers fit, the segments between them changed nothing.
 */
export function compareSettlement(book: CurrencyBook): void {
  if (book.settling === undefined) return;
  const { entry, settled } = book.settling;
  book.settling = undefined;
  const { books, terms, time } = entry;
  const ground = { books, terms, book };
  const limit = periodStart(terms, lockedPeriods(terms, time));
  const walk = structuredClone(book.walk);
  const walked = createSettlement();
  while (!isSame(walked, settled) && (walk.next ?? terms.start) < limit)
    walkOn(ground, walk, walked);
  book.walk = walk;
  for (const [what, expected, found] of differencesOf(entry, walked, settled))
    books.disagreements.push({ what, currency: book.currency, expected, found });
}

/** What was settled before drew on the reserve as it was then. */
export function changeReserve(book: CurrencyBook, by: bigint): void {
  compareSettlement(book);
  book.walk.reserve += by;
}

function isSame(a: Settlement, b: Settlement): boolean {
  return amountsOf(a, b).every(([, one, other]) => one === other);
}

function differencesOf({ terms, time }: Entry, expected: Settlement, found: Settlement) {
  const day = new Date(time * 1000).toISOString().slice(0, 10);
  return amountsOf(expected, found)
    .filter(([, one, other]) => one !== other)
    .map(([source, one, other]) => {
      const name = typeof source === "number" ? terms.standing[source]?.name : source;
      return [`${name}: settled on ${day}`, one, other] as const;
    });
}

/** All amounts of two settlements side by side. */
function amountsOf(a: Settlement, b: Settlement) {
  const lines = [...new Set([...a.lines.keys(), ...b.lines.keys()])];
  return [
    ...lines.map((index) => [index, a.lines.get(index) ?? 0n, b.lines.get(index) ?? 0n] as const),
    ["residual", a.residual, b.residual],
    ["guarantees out of the residual", a.fromResidual, b.fromResidual],
    ["guarantees out of the reserve", a.fromReserve, b.fromReserve],
    ["new arrears", a.unfunded, b.unfunded],
  ] as const;
}
