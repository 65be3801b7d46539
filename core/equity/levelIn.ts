import type { PlanBooks, PlanLevel } from "./PlanBooks.ts";

/** A plan's money in one of its currencies. */
export function levelIn({ levels }: Pick<PlanBooks, "levels">, currency: number): PlanLevel {
  const level = levels[currency];
  if (level === undefined) throw new RangeError(`a plan of ${levels.length} currencies`);
  return level;
}
