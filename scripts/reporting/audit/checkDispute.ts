import { zeroHash } from "viem";
import { isOfBatch } from "../../../core/batches/isOfBatch.ts";
import { leftOf } from "../../../core/deal/leftOf.ts";
import { lockTime, periodAt, periodStart } from "../../../core/deal/periods.ts";
import { refundOf } from "../../../core/deal/refundOf.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { ACTIVE } from "../../../core/ledger/PartnerState.ts";
import { OPEN, type SaleBook, VOID } from "../../../core/ledger/SaleBook.ts";
import { linesIn } from "../../../core/ledger/saleOf.ts";
import { splitPlace } from "../../../core/ledger/salePlace.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { sum } from "../../../core/money/sum.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { checkCounts } from "./checkCounts.ts";
import { checkDuplicate } from "./checkDuplicate.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";

interface Moment {
  readonly books: Books;
  readonly terms: Terms;
  readonly time: number;
}

/** Says how a dispute departs from the rules: it freezes what is left of a held sale's lines, within the terms' limits. */
export function checkDisputed(
  { books, terms, time }: Moment,
  sale: SaleBook,
  { partner, deadline, frozen, sale: shown }: EventNamed<"SaleDisputed">["args"],
): Difference[] {
  const period = periodAt(terms, time);
  // Where the terms know no disputes, duplicates wait for the arbiter all the same.
  const disputePeriods = Math.max(1, terms.rules.disputePeriods);
  const { batch, place } = splitPlace(sale.at);
  const root = books.batches[batch - 1]?.root ?? zeroHash;
  return [
    ...(partner === 0n
      ? checkDuplicate({ books, terms, time }, sale, "dispute")
      : checkLimit({ books, terms, time }, Number(partner))),
    ...(isOfBatch(root, shown)
      ? []
      : [
          {
            what: "the sale as it is shown",
            expected: `place ${place} of batch ${batch}`,
            found: "no path to its root",
          },
        ]),
    ...checkTime(terms, sale, time),
    ...compare("deadline", periodStart(terms, period + 1 + disputePeriods), deadline),
    ...leftOf(sale).flatMap((left, index) =>
      compare(`line ${index}: frozen`, left, frozen[index] ?? 0n),
    ),
  ];
}

/** Says how the end of a dispute departs from the rules: in time, of what was frozen, to whoever has the lines or funded the sale. */
export function checkSettled(
  moment: Moment,
  sale: SaleBook,
  args: EventNamed<"DisputeSettled">["args"],
): Difference[] {
  const { dispute } = sale;
  const isFinal = moment.time >= lockTime(moment.terms, sale.period);
  const final = compare("final", String(isFinal), String(args.isFinal));
  // A duplicate is void at once.
  if (dispute?.state !== OPEN && args.state === VOID) {
    const before = checkDuplicate(moment, sale, "void");
    return [...final, ...before, ...checkVoid(sale, leftOf(sale), isFinal, args)];
  }
  // A dispute that is not open is refused when the event is entered.
  if (dispute?.state !== OPEN) return [];
  if (args.state === VOID) return [...final, ...checkVoid(sale, dispute.frozen, isFinal, args)];
  const lines = dispute.next?.lines ?? sale.lines;
  return [
    ...final,
    ...dispute.frozen.flatMap((left, index) => [
      ...compare(`line ${index}: given back`, left, args.amounts[index] ?? 0n),
      ...compare(`line ${index}: given to`, lines[index]?.partner, args.parties[index]),
    ]),
  ];
}

/** Says how a re-attribution departs from the rules: it changes who has the lines, to active partners, and nothing else. */
export function checkReattributed(
  { books, terms }: Moment,
  { head, lines }: SaleBook,
  { saleId: id, ...args }: EventNamed<"SaleReattributed">["args"],
): Difference[] {
  const found = linesIn(books, { id, ...args });
  const counted = lines.some(({ counts }) => counts);
  return [
    ...compare("head", head, args.head),
    ...compare("lines", lines.length, found.length),
    ...lines.flatMap((line, index) => {
      const other = found[index];
      const active = other === undefined ? undefined : books.partners.get(other.number)?.status;
      return [
        ...(["role", "rate", "weight", "amount"] as const).flatMap((field) =>
          compare(`line ${index}: ${field}`, line[field], other?.[field]),
        ),
        ...compare(`line ${index}: status of its partner`, ACTIVE, active),
      ];
    }),
    ...(counted ? checkCounts(terms, found) : []),
  ];
}

function checkLimit({ books, terms, time }: Moment, partner: number): Difference[] {
  const { disputes } = terms.rules;
  const period = periodAt(terms, time);
  const before = [...books.sales.values()].filter(
    ({ dispute }) => dispute?.partner === partner && dispute.period === period,
  );
  if (before.length < disputes) return [];
  const what = `disputes of partner ${partner} in period ${period}`;
  return [{ what, expected: `at most ${disputes}`, found: `${before.length + 1}` }];
}

function checkVoid(
  sale: SaleBook,
  frozen: readonly bigint[],
  isFinal: boolean,
  { returned, setAside: toldAside }: EventNamed<"DisputeSettled">["args"],
): Difference[] {
  const { amount, refunded, standingRate } = sale;
  const due = isFinal
    ? { returned: sum(frozen), setAside: 0n }
    : refundOf(sale, standingRate, amount - refunded);
  return [
    ...compare("returned", due.returned, returned),
    ...compare("set aside", due.setAside > 0n ? due.setAside : 0n, toldAside),
  ];
}

function checkTime(terms: Terms, { period }: SaleBook, time: number): Difference[] {
  const locks = lockTime(terms, period);
  return time < locks
    ? []
    : [{ what: "time", expected: `before ${formatIsoTime(locks)}`, found: formatIsoTime(time) }];
}
