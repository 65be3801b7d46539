import type { OperatorSums } from "./Simulation.ts";

/** All periods together, by currency in order. */
export function sumPeriods(
  periods: ReadonlyMap<number, ReadonlyMap<number, OperatorSums>>,
): Map<number, OperatorSums> {
  const all = new Map<number, OperatorSums>();
  for (const currencies of periods.values()) {
    for (const [currency, sums] of currencies) {
      const before = all.get(currency);
      all.set(currency, before === undefined ? sums : plus(before, sums));
    }
  }
  return new Map([...all].sort(([a], [b]) => a - b));
}

function plus(a: OperatorSums, b: OperatorSums): OperatorSums {
  return {
    revenue: a.revenue + b.revenue,
    bonuses: a.bonuses + b.bonuses,
    residual: a.residual + b.residual,
    reserve: a.reserve + b.reserve,
  };
}
