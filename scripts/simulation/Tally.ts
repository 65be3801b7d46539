import type { OperatorSums, SimulatedRow } from "./Simulation.ts";

const CURRENCIES = 8;

interface Cells {
  readonly party: string;
  readonly source: string;
  /** By period and currency. */
  readonly amounts: Map<number, bigint>;
}

type Sum = keyof OperatorSums;

const NOTHING: OperatorSums = { revenue: 0n, bonuses: 0n, residual: 0n, reserve: 0n };

/** Adds up who earned what of which source, by period, while the sales go by. */
export class Tally {
  /** By source, then by party. */
  readonly #cells = new Map<string, Map<string, Cells>>();
  readonly #sums = new Map<number, Record<Sum, bigint>>();

  earn(party: string, source: string, currency: number, period: number, amount: bigint): void {
    let parties = this.#cells.get(source);
    if (parties === undefined) {
      parties = new Map();
      this.#cells.set(source, parties);
    }
    let cells = parties.get(party);
    if (cells === undefined) {
      cells = { party, source, amounts: new Map() };
      parties.set(party, cells);
    }
    const key = period * CURRENCIES + currency;
    cells.amounts.set(key, (cells.amounts.get(key) ?? 0n) + amount);
  }

  add(sum: Sum, currency: number, period: number, amount: bigint): void {
    const key = period * CURRENCIES + currency;
    let sums = this.#sums.get(key);
    if (sums === undefined) {
      sums = { ...NOTHING };
      this.#sums.set(key, sums);
    }
    sums[sum] += amount;
  }

  /** By source and party in the order in which they first earned; nobody with nothing. */
  rows(): SimulatedRow[] {
    const all = [...this.#cells.values()].flatMap((parties) => [...parties.values()]);
    return all.flatMap(({ party, source, amounts }) => {
      const currencies = new Map<number, Map<number, bigint>>();
      for (const [key, amount] of [...amounts].sort(([a], [b]) => a - b)) {
        if (amount === 0n) continue;
        const periods = currencies.get(key % CURRENCIES) ?? new Map<number, bigint>();
        periods.set(Math.floor(key / CURRENCIES), amount);
        currencies.set(key % CURRENCIES, periods);
      }
      return [...currencies].map(([currency, periods]) => {
        const amount = [...periods.values()].reduce((sum, one) => sum + one, 0n);
        return { party, source, currency, amount, periods };
      });
    });
  }

  /** By period, then by currency, both in order. */
  periods(): Map<number, Map<number, OperatorSums>> {
    const periods = new Map<number, Map<number, OperatorSums>>();
    for (const [key, sums] of [...this.#sums].sort(([a], [b]) => a - b)) {
      if (Object.values(sums).every((sum) => sum === 0n)) continue;
      const period = Math.floor(key / CURRENCIES);
      const currencies = periods.get(period) ?? new Map<number, OperatorSums>();
      currencies.set(key % CURRENCIES, sums);
      periods.set(period, currencies);
    }
    return periods;
  }
}
