import { ordinalAt } from "../../../core/deal/ordinalAt.ts";
import { ppmOf } from "../../../core/deal/ppmOf.ts";
import { standingRateOf } from "../../../core/deal/standingRateOf.ts";
import { currencyBook } from "../../../core/ledger/Books.ts";
import type { SaleBook, SaleLine } from "../../../core/ledger/SaleBook.ts";
import { paymentKey } from "../../../core/ledger/takePayment.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import { basesOf } from "./basesOf.ts";
import { checkCounts } from "./checkCounts.ts";
import { checkLimits } from "./checkLimits.ts";
import { checkPools } from "./checkPools.ts";
import { checkReferred } from "./checkReferred.ts";
import { checkShares } from "./checkShares.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import { exactRateOf } from "./exactRateOf.ts";
import { type CreditedLine, type SortedLines, sortLines } from "./Posted.ts";
import type { Moment } from "./rateAt.ts";

/** Says how a posted sale departs from the terms: its rates, the shares of each role, and that nothing is lost or made up. */
export function checkPosted(moment: Moment, sale: SaleBook): Difference[] {
  const { amount, lines, standingRate, ordinal } = sale;
  const { terms, kind, time } = moment;
  const sorted = sortLines(terms, sale);
  const { aside, gross, net, netBase, residualBase } = basesOf(moment, sale, sorted);
  const attributed = sumOfAmounts(lines);
  return [
    ...checkLimits(moment, amount),
    ...sorted.credited.flatMap((line) => checkCredited(moment, sorted, line)),
    ...checkPools(moment, sorted),
    ...sorted.residual.flatMap((line) => checkResidual(moment, line)),
    ...checkShares(moment, sorted, gross, amount),
    ...checkShares(moment, sorted, net, netBase),
    ...checkShares(moment, sorted, sorted.residual, residualBase),
    ...checkCounts(terms, { currency: indexIn(moment), amount }, lines),
    ...checkPayment(moment, sale),
    ...compare("standing rates in ppm", standingRateOf(terms, kind, time), standingRate),
    ...compare("segment", ordinalAt(terms, time), ordinal),
    ...(attributed + aside > amount
      ? [
          {
            what: "lines and standing lines",
            expected: `at most ${amount}`,
            found: `${attributed + aside}`,
          },
        ]
      : []),
  ];
}

function checkCredited(moment: Moment, sorted: SortedLines, credited: CreditedLine): Difference[] {
  const { at, line } = credited;
  const role = moment.terms.roles[line.role];
  const partner = moment.books.partners.get(line.number);
  const what = `line ${at}`;
  if (role === undefined)
    return [{ what, expected: "a role of the terms", found: `role ${line.role}` }];
  if (partner === undefined)
    return [{ what, expected: "an enrolled partner", found: `${line.number}` }];
  const rate = exactRateOf(moment, sorted, line);
  return [
    ...compare(`${what}: rate in ppm`, rate && ppmOf(rate), line.rate),
    ...checkReferred(moment, credited),
  ];
}

/** The currency's place among the terms'. */
function indexIn({ books, currency }: Moment): number {
  return currencyBook(books, currency).currency.index;
}

function checkResidual({ terms }: Moment, { role }: SaleLine): Difference[] {
  return compare("residual: role", terms.residualRole, role);
}

/** A sale that was paid here must be the payment that it uses; that there is none is refused when the event is entered. */
function checkPayment({ books }: Moment, { id, payer, kind, amount }: SaleBook): Difference[] {
  const payment = payer && books.payments.get(paymentKey(id, payer));
  if (payment === undefined) return [];
  return [
    ...compare("amount that was paid", payment.amount, amount),
    ...compare("kind that was paid for", payment.kind, kind),
  ];
}
