import { type ExitShares, exitShares } from "../../../core/equity/exitShares.ts";
import { type HurdleAhead, hurdlesAhead } from "../../../core/equity/hurdlesAhead.ts";
import { currencyAt } from "../PlanFile.ts";
import type { PlanReport } from "./PlanReport.ts";

/** What would come of an exit at several prices: money that arrives in the plan, in one currency. */
export interface ExitPrices {
  readonly currency: number;
  readonly symbol: string;
  readonly decimals: number;
  readonly hurdles: readonly HurdleAhead[];
  /** By price, from nothing on; between two of them everything is a straight line. */
  readonly rows: readonly ExitShares[];
}

const STEPS = 10n;

/** @param upTo The highest price; unless given beyond the last hurdle, with margin. */
export function exitPrices(
  report: Pick<PlanReport, "books" | "currencies" | "at">,
  currency: number,
  upTo?: bigint,
): ExitPrices {
  const { books, at } = report;
  const { symbol, decimals } = currencyAt(report.currencies, currency);
  const hurdles = hurdlesAhead(books, currency);
  const last = hurdles.at(-1)?.amount;
  // Without a hurdle all of it is one straight line: one of the currency for each unit is as good as any price.
  const far = last === undefined ? books.terms.authorised * 10n ** BigInt(decimals) : 2n * last;
  const highest = upTo ?? roundUp(far);
  const even = Array.from(
    { length: Number(STEPS) },
    (_, step) => (highest * BigInt(step + 1)) / STEPS,
  );
  const crossed = hurdles.map(({ amount }) => amount).filter((amount) => amount < highest);
  const prices = [...new Set([0n, ...even, ...crossed])].toSorted((a, b) => (a < b ? -1 : 1));
  return {
    ...{ currency, symbol, decimals, hurdles },
    rows: prices.map((price) => exitShares(books, currency, price, at)),
  };
}

/** To a 1, 2 or 5 with zeros behind it. */
function roundUp(amount: bigint): bigint {
  for (let power = 1n; ; power *= 10n)
    for (const digit of [1n, 2n, 5n]) if (digit * power >= amount) return digit * power;
}
