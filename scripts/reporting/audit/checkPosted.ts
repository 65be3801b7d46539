import { scaleFilled } from "../../../core/deal/scaleFilled.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import { basesOf } from "./basesOf.ts";
import { checkLimits } from "./checkLimits.ts";
import { checkPools } from "./checkPools.ts";
import { checkReferred } from "./checkReferred.ts";
import { checkShares } from "./checkShares.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import {
  type CreditedLine,
  filledIn,
  type Posted,
  type PostedLine,
  type SortedLines,
  sortLines,
} from "./Posted.ts";
import { type Moment, rateAt } from "./rateAt.ts";

/** Says how a posted sale departs from the terms: its rates, the shares of each role, and that nothing is lost or made up. */
export function checkPosted(moment: Moment, sale: Posted, isPaidHere: boolean): Difference[] {
  const { amount, setAside, lines } = sale;
  const sorted = sortLines(moment, sale);
  const { aside, gross, net, netBase, residualBase } = basesOf(moment, sale, sorted);
  const attributed = sumOfAmounts(lines);
  return [
    ...checkLimits(moment, amount),
    ...sorted.credited.flatMap((line) => checkCredited(moment, sorted, line)),
    ...checkPools(moment, sorted),
    ...sorted.residual.flatMap((line) => checkResidual(moment, line)),
    ...checkShares(gross, amount),
    ...checkShares(net, netBase),
    ...checkShares(sorted.residual, residualBase),
    ...compare("set aside", isPaidHere ? amount - attributed : aside, setAside),
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
  const partner = moment.books.members.get(line.partner);
  const what = `line ${at}`;
  if (role === undefined)
    return [{ what, expected: "a role of the terms", found: `role ${line.role}` }];
  if (partner === undefined)
    return [{ what, expected: "an enrolled partner", found: line.partner }];
  const rate = rateAt(moment, role, partner);
  return [
    ...compare(
      `${what}: rate in ppm`,
      rate === undefined
        ? undefined
        : scaleFilled(moment.terms, moment.kind, filledIn(sorted), { role, rate }),
      line.rate,
    ),
    ...checkReferred(moment, credited),
  ];
}

function checkResidual({ terms, books }: Moment, { partner, role }: PostedLine): Difference[] {
  return [
    ...compare("residual: role", terms.residualRole, role),
    ...(books.members.has(partner)
      ? []
      : [{ what: "residual", expected: "an enrolled partner", found: partner }]),
  ];
}
