import { CONVERSION, START, type Transitions } from "../../scripts/attribution/Transitions.ts";

/** Removal effects of order 1 by a solution in doubles for each channel, with pivots as in any textbook. */
export function plainEffects(transitions: Transitions): number[] {
  const whole = chanceOfSale(transitions, undefined);
  return Array.from(
    { length: transitions.channels },
    (_, channel) => 1 - chanceOfSale(transitions, channel) / whole,
  );
}

function chanceOfSale({ channels, from, to, count }: Transitions, removed?: number): number {
  const size = channels + 1;
  const rows = Array.from({ length: size }, (_, state) => unitRow(size + 1, state));
  const states = Array.from(from, (channel) => (channel === START ? channels : channel));
  const totals = new Float64Array(size);
  for (const [index, state] of states.entries()) {
    totals[state] = (totals[state] as number) + (count[index] as number);
  }
  for (const [index, state] of states.entries()) {
    if (state === removed) continue;
    const next = to[index] as number;
    const row = rows[state] as number[];
    const chance = (count[index] as number) / (totals[state] as number);
    if (next >= 0) row[next] = (row[next] as number) - chance;
    if (next === CONVERSION) row[size] = chance;
  }
  return solve(rows)[channels] as number;
}

function unitRow(length: number, place: number): number[] {
  return Array.from({ length }, (_, column) => Number(column === place));
}

function solve(rows: number[][]): number[] {
  for (let place = 0; place < rows.length; place += 1) {
    const sizes = rows.map((row, index) => (index < place ? -1 : Math.abs(row[place] ?? 0)));
    const found = sizes.indexOf(Math.max(...sizes));
    const pivot = rows[found] ?? [];
    rows[found] = rows[place] ?? [];
    rows[place] = pivot;
    for (const [index, row] of rows.entries()) {
      if (index === place) continue;
      const factor = (row[place] ?? 0) / (pivot[place] ?? 1);
      for (const [column, entry] of pivot.entries())
        row[column] = (row[column] ?? 0) - factor * entry;
    }
  }
  return rows.map((row, place) => (row.at(-1) ?? 0) / (row[place] ?? 1));
}
