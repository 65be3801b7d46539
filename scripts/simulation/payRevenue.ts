import { periodStart } from "../../core/deal/periods.ts";
import { countRevenue } from "../../core/spec/countRevenue.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { listOf } from "../../core/text/listOf.ts";
import { parseAmount } from "../../core/text/parseAmount.ts";
import type { Scenario } from "./Scenario.ts";
import type { SimulatedTerms } from "./SimulatedTerms.ts";
import type { Tally } from "./Tally.ts";

/** Kind of plain transfers. */
const FIRST_KIND = 0;

/** What somebody pays in by itself in each period, in the smallest unit, by the currency's place. */
export function paymentsOf(
  { paid }: Scenario,
  { symbols, decimals }: SimulatedTerms,
): Map<number, bigint> {
  return new Map(
    Object.entries(paid).map(([symbol, text]) => {
      const currency = symbols.indexOf(symbol);
      const known = symbols.filter((one) => one !== undefined);
      if (currency === -1) {
        throw new TributaryError(`The terms have no currency "${symbol}" that the scenario pays.`, {
          allowed: listOf(known),
        });
      }
      const parsed = parseAmount(text, symbol, decimals[currency] ?? 0);
      if ("amount" in parsed) return [currency, parsed.amount];
      throw new TributaryError(`What the scenario pays in ${symbol} is no amount.`, parsed);
    }),
  );
}

/** Counts it as anybody's payment at a period's start, with no sale: for standing lines, the residual and the next period's volume. */
export function payRevenue(
  books: Books,
  tally: Tally,
  payments: ReadonlyMap<number, bigint>,
  period: number,
): void {
  const time = periodStart(books.terms, period);
  for (const [currency, amount] of payments) {
    countRevenue(books, { kind: FIRST_KIND, currency, time, amount, setAside: amount });
    tally.add("revenue", currency, period, amount);
  }
}
