import type { Books, SaleBook } from "../../../core/ledger/Books.ts";
import { OPEN, VOID } from "../../../core/ledger/disputeEvents.ts";
import { lockTime, periodAt, periodStart } from "../../../core/ledger/schedule.ts";
import { reversedOf, setAside } from "../../../core/ledger/waterfall.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { sum } from "../../../core/money/sum.ts";
import type { Terms } from "../../../core/terms/ParsedTerms.ts";
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
  { payer, amount, refunded, standingRate }: SaleBook,
  frozen: readonly bigint[],
  isFinal: boolean,
  { returned, setAside: toldAside }: EventNamed<"DisputeSettled">["args"],
): Difference[] {
  const lines = sum(frozen);
  const left = amount - refunded;
  if (isFinal)
    return [...compare("returned", lines, returned), ...compare("set aside", 0n, toldAside)];
  if (payer === undefined) {
    const aside = setAside(left, standingRate);
    return [
      ...compare("returned", lines + aside, returned),
      ...compare("set aside", aside, toldAside),
    ];
  }
  const kept = lines < left ? left - lines : 0n;
  return [...compare("returned", left, returned), ...compare("set aside", kept, toldAside)];
}

function checkTime(terms: Terms, { period }: SaleBook, time: number): Difference[] {
  const locks = lockTime(terms, period);
  return time < locks
    ? []
    : [{ what: "time", expected: `before ${formatIsoTime(locks)}`, found: formatIsoTime(time) }];
}

/** What refunds have left of each line. */
function leftOf({ lines, refunded, amount }: SaleBook): bigint[] {
  return lines.map((line) => line.amount - reversedOf(line.amount, refunded, amount));
}
