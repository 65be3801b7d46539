import { YEAR } from "../../core/deal/years.ts";
import type { PastRefund, PastSale, PastSales } from "./PastSale.ts";
import type { Scenario } from "./Scenario.ts";

/** One thing that happens. `round` counts how often the history began anew. */
export type Happening =
  | { readonly sale: PastSale; readonly time: number; readonly round: number }
  | { readonly refund: PastRefund; readonly time: number; readonly round: number };

/** What happens under a scenario, in the order of time; of one second, sales first. */
export function* replay(past: PastSales, scenario: Scenario): Generator<Happening> {
  const rounds = roundsOf(past, scenario);
  const refunds = scenario.refunds === undefined ? refundsOf(past, rounds) : [];
  let next = 0;
  for (const [round, { later, until }] of rounds.entries()) {
    for (const sale of past.sales) {
      if (sale.time >= until) break;
      const time = sale.time + later;
      for (; (refunds[next]?.time ?? time) < time; next += 1) yield* refunds.slice(next, next + 1);
      yield { sale, time, round };
    }
  }
  yield* refunds.slice(next);
}

/** How many sales happen under a scenario. */
export function countSales(past: PastSales, scenario: Scenario): number {
  return roundsOf(past, scenario).reduce(
    (sum, { until }) => sum + past.sales.filter(({ time }) => time < until).length,
    0,
  );
}

interface Round {
  /** Seconds by which everything in it happens later than it did. */
  readonly later: number;
  /** What happened from then on is left out of it. */
  readonly until: number;
}

function roundsOf({ sales, refunds }: PastSales, { years, shift }: Scenario): Round[] {
  const first = sales[0]?.time ?? 0;
  if (years === undefined) return [{ later: shift, until: Number.POSITIVE_INFINITY }];
  const last = Math.max(sales.at(-1)?.time ?? 0, refunds.at(-1)?.time ?? 0);
  const span = Math.ceil((last - first + 1) / YEAR) * YEAR;
  const all = years * YEAR;
  return Array.from({ length: Math.ceil(all / span) }, (_, round) => ({
    later: shift + round * span,
    until: first + Math.min(span, all - round * span),
  }));
}

function refundsOf({ refunds }: PastSales, rounds: readonly Round[]) {
  return rounds.flatMap(({ later, until }, round) =>
    refunds
      .filter(({ time }) => time < until)
      .map((refund) => ({ refund, time: refund.time + later, round })),
  );
}
