import { baseRateOf } from "../../../core/deal/baseRateOf.ts";
import { ALL, type Fraction } from "../../../core/deal/Fraction.ts";
import { scaledRate } from "../../../core/deal/scaledRate.ts";
import { scaleFilled } from "../../../core/deal/scaleFilled.ts";
import { REFERRED, RESIDUAL_RATE } from "../../../core/deal/Terms.ts";
import { FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import type { SaleLine } from "../../../core/ledger/SaleBook.ts";
import { filledIn, type SortedLines } from "./Posted.ts";
import { type Moment, rateAt } from "./rateAt.ts";

/**
 * The exact rate of a line as its sale is posted, of which the line's word has whole parts per million: worked out from the terms
 * once more. Undefined where nobody has a rate by them.
 */
export function exactRateOf(
  moment: Moment,
  sorted: SortedLines,
  line: Pick<SaleLine, "number" | "role" | "rate">,
): Fraction | undefined {
  const { terms, kind } = moment;
  if (line.rate === RESIDUAL_RATE) return ALL;
  const role = terms.roles[line.role];
  if (role === undefined) return undefined;
  if (line.number >= FIRST_POOL) {
    const base = baseRateOf(role, kind);
    return base === undefined ? undefined : scaledRate(role, terms.commission, base);
  }
  const partner = moment.books.partners.get(line.number);
  const rate = partner && rateAt(moment, role, partner);
  if (rate === undefined || role.stage === REFERRED) return rate;
  return scaleFilled(terms, kind, filledIn(sorted), { role, rate });
}
