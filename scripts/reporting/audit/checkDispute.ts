import { leftOf } from "../../../core/deal/leftOf.ts";
import { lockTime, periodAt, periodStart } from "../../../core/deal/periods.ts";
import { refundOf } from "../../../core/deal/refundOf.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { Books, SaleBook } from "../../../core/ledger/Books.ts";
import { OPEN, VOID } from "../../../core/ledger/disputeEvents.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { sum } from "../../../core/money/sum.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
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
  { partner, deadline, frozen }: EventNamed<"SaleDisputed">["args"],
): Difference[] {
  const { disputes, disputePeriods } = terms.rules;
  const period = periodAt(terms, time);
  const before = [...books.sales.values()].filter(
    ({ dispute }) => dispute?.partner === Number(partner) && dispute.period === period,
  );
  return [
    ...(before.length < disputes
      ? []
      : [
          {
            what: `disputes of partner ${partner} in period ${period}`,
            expected: `at most ${disputes}`,
            found: `${before.length + 1}`,
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
  { terms, time }: Moment,
  sale: SaleBook,
  args: EventNamed<"DisputeSettled">["args"],
): Difference[] {
  const { dispute } = sale;
  // A dispute that is not open is refused when the event is entered.
  if (dispute?.state !== OPEN) return [];
  const isFinal = time >= lockTime(terms, sale.period);
  return [
    ...compare("final", String(isFinal), String(args.isFinal)),
    ...(args.state === VOID
      ? checkVoid(sale, dispute.frozen, isFinal, args)
      : dispute.frozen.flatMap((left, index) =>
          compare(`line ${index}: given back`, left, args.amounts[index] ?? 0n),
        )),
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
