import { zeroHash } from "viem";
import { isOfBatch } from "../../../core/batches/isOfBatch.ts";
import { leftOf } from "../../../core/deal/leftOf.ts";
import { lockTime, periodAt, periodStart } from "../../../core/deal/periods.ts";
import { refundOf } from "../../../core/deal/refundOf.ts";
import { NOT_PAID, type Terms } from "../../../core/deal/Terms.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import { disputesKey } from "../../../core/ledger/leaveDisputes.ts";
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
  { partner, deadline, role, frozen, sale: shown }: EventNamed<"SaleDisputed">["args"],
): Difference[] {
  const { batch, place } = splitPlace(sale.at);
  const root = books.batches[batch - 1]?.root ?? zeroHash;
  return [
    ...(partner === 0n
      ? checkDuplicate({ books, terms, time }, sale, "dispute")
      : checkDisputant({ books, terms, time }, sale, Number(partner), Number(role))),
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
    ...compare("deadline", deadlineOf(terms, time), deadline),
    ...leftOf(sale).flatMap((left, index) =>
      compare(`line ${index}: frozen`, left, frozen[index] ?? 0n),
    ),
  ];
}

/** Says how joining a dispute departs from the rules. */
export function checkJoined(
  moment: Moment,
  sale: SaleBook,
  { partner, role, deadline }: EventNamed<"DisputeJoined">["args"],
): Difference[] {
  const { terms, time } = moment;
  return [
    ...checkDisputant(moment, sale, Number(partner), Number(role)),
    ...checkTime(terms, sale, time),
    ...compare("deadline", deadlineOf(terms, time), deadline),
  ];
}

/** Where the terms know no disputes, duplicates wait for the arbiter all the same. */
function deadlineOf(terms: Terms, time: number): number {
  const disputePeriods = Math.max(1, terms.rules.disputePeriods);
  return periodStart(terms, periodAt(terms, time) + 1 + disputePeriods);
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

/** Says how a re-attribution departs from the rules: it changes who has the lines, to such as had one or dispute it, and nothing else. */
export function checkReattributed(
  { books, terms }: Moment,
  { head, lines, dispute, amount, currency }: SaleBook,
  { saleId: id, ...args }: EventNamed<"SaleReattributed">["args"],
): Difference[] {
  const found = linesIn(books, { id, ...args });
  const { index } = currencyBook(books, currency).currency;
  const counted = found.some(({ counts }) => counts);
  const parties = new Set([...lines.map(({ number }) => number), ...(dispute?.partners ?? [])]);
  return [
    ...compare("head", head, args.head),
    ...compare("lines", lines.length, found.length),
    ...lines.flatMap((line, index) => {
      const other = found[index];
      const takes = parties.has(other?.number ?? 0);
      return [
        ...(["role", "rate", "weight", "amount"] as const).flatMap((field) =>
          compare(`line ${index}: ${field}`, line[field], other?.[field]),
        ),
        ...compare(`line ${index}: its partner had one or disputes it`, "true", String(takes)),
      ];
    }),
    ...(counted ? checkCounts(terms, { currency: index, amount }, found) : []),
  ];
}

/** Who disputes a sale was enrolled before it, has a line of it or claims a role that is paid, and has a dispute left. */
function checkDisputant(
  { books, terms, time }: Moment,
  sale: SaleBook,
  partner: number,
  role: number,
): Difference[] {
  const { disputes } = terms.rules;
  const period = periodAt(terms, time);
  const before = books.disputes.get(disputesKey(partner, period)) ?? 0;
  const { batch } = splitPlace(sale.at);
  const enrolledAfter = books.partners.get(partner)?.batches ?? 0;
  const hasLine = sale.lines.some(({ number }) => number === partner);
  const rate = terms.roles[role]?.rates[sale.kind] ?? NOT_PAID;
  const what = `disputes of partner ${partner} in period ${period}`;
  return [
    ...(before < disputes
      ? []
      : [{ what, expected: `at most ${disputes}`, found: `${before + 1}` }]),
    ...(batch > enrolledAfter
      ? []
      : [{ what: "batch", expected: `after ${enrolledAfter}`, found: `${batch}` }]),
    ...(hasLine || rate !== NOT_PAID || (role === terms.residualRole && role < terms.roles.length)
      ? []
      : [{ what: "role", expected: "one that is paid", found: `${role}` }]),
  ];
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
