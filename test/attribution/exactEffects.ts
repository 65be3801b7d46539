import type { Path } from "./aPathTable.ts";

/** A number as a fraction of whole numbers, in lowest terms and with a positive denominator. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const NOTHING: Fraction = { over: 0n, under: 1n };

/**
 * Removal effects in fractions, by the definition word for word: the chance of a sale from the start is solved anew for each
 * channel, in a chain whose states that contain the channel all lead to no sale.
 */
export function exactEffects(
  channels: number,
  paths: readonly Path[],
  order: 1 | 2,
): (Fraction | undefined)[] {
  const counts = countStates(paths, order);
  const whole = chanceOfSale(counts, () => false);
  return Array.from({ length: channels }, (_, channel) => {
    const without = chanceOfSale(counts, (state) => state.split(",").includes(String(channel)));
    return whole.over === 0n ? undefined : minus({ over: 1n, under: 1n }, by(without, whole));
  });
}

type Counts = Map<string, Map<string, bigint>>;

function countStates(paths: readonly Path[], order: 1 | 2): Counts {
  const counts: Counts = new Map();
  const add = (from: string, to: string, times: number) => {
    const row = counts.get(from) ?? new Map<string, bigint>();
    counts.set(from, row.set(to, (row.get(to) ?? 0n) + BigInt(times)));
  };
  for (const { steps, conversions, nulls } of paths) {
    const states = steps.map((step, index) =>
      order === 1 || index === 0 ? `${step}` : `${steps[index - 1]},${step}`,
    );
    const all = ["start", ...states];
    for (const [index, state] of states.entries())
      add(all[index] ?? "", state, conversions + nulls);
    add(all.at(-1) ?? "", "sale", conversions);
    add(all.at(-1) ?? "", "none", nulls);
  }
  return counts;
}

function chanceOfSale(counts: Counts, isRemoved: (state: string) => boolean): Fraction {
  const states = [...counts.keys()];
  const rows = states.map((state) => {
    const row = counts.get(state) ?? new Map<string, bigint>();
    const total = [...row.values()].reduce((sum, count) => sum + count, 0n);
    const chance = (to: string) =>
      total === 0n || isRemoved(state) ? NOTHING : reduce(row.get(to) ?? 0n, total);
    const own = (to: string) => (to === state ? { over: 1n, under: 1n } : NOTHING);
    return [...states.map((to) => minus(own(to), chance(to))), chance("sale")];
  });
  return solve(rows)[states.indexOf("start")] ?? NOTHING;
}

/** Gauss and Jordan's elimination of a square system; the last column is its right side. */
function solve(system: Fraction[][]): Fraction[] {
  const rows = system.map((row) => [...row]);
  for (let place = 0; place < rows.length; place += 1) {
    const found = rows.findIndex((row, index) => index >= place && row[place]?.over !== 0n);
    const pivot = rows[found] ?? [];
    rows[found] = rows[place] ?? [];
    const scaled = pivot.map((entry) => by(entry, pivot[place] ?? NOTHING));
    for (const [index, row] of rows.entries()) {
      const factor = row[place] ?? NOTHING;
      rows[index] = row.map((entry, column) =>
        minus(entry, times(factor, scaled[column] ?? NOTHING)),
      );
    }
    rows[place] = scaled;
  }
  return rows.map((row) => row.at(-1) ?? NOTHING);
}

function reduce(over: bigint, under: bigint): Fraction {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = under < 0n ? -a : a;
  return { over: over / divisor, under: under / divisor };
}

function minus(a: Fraction, b: Fraction): Fraction {
  return reduce(a.over * b.under - b.over * a.under, a.under * b.under);
}

function times(a: Fraction, b: Fraction): Fraction {
  return reduce(a.over * b.over, a.under * b.under);
}

function by(a: Fraction, b: Fraction): Fraction {
  return reduce(a.over * b.under, a.under * b.over);
}
