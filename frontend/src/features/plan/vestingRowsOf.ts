import type { VestingCurve } from "@core/ledger/plan/vestingCurves";

interface VestingRow {
  readonly time: number;
  readonly units: bigint;
  readonly what: readonly string[];
}

/** A line that grows by the second is told at so many times. */
const PARTS = 12;

/** When something of a curve changes, in order: steps, the cliff, pauses, today, the end. */
export function vestingRowsOf(curve: VestingCurve, now: number): VestingRow[] {
  const { points, cliff, pauses, ends, unitsAt } = curve;
  const begins = points[0]?.time ?? now;
  const words = new Map<number, string[]>();
  const note = (time: number, word: string): void => {
    words.set(time, [...(words.get(time) ?? []), word]);
  };
  note(begins, "begins");
  if (cliff !== undefined) note(cliff, "cliff");
  for (const { from, until } of pauses) {
    note(from, "clock stops");
    note(until, "clock runs");
  }
  note(ends, "ends");
  note(now, "today");
  const times = new Set([...words.keys(), ...changesOf(curve, begins)]);
  return [...times]
    .toSorted((a, b) => a - b)
    .map((time) => ({ time, units: unitsAt(time), what: words.get(time) ?? [] }));
}

/** Where units jump; where they grow in a line, equal parts of it. */
function changesOf({ points, ends }: VestingCurve, begins: number): number[] {
  const jumps = points
    .filter(({ time, units }, index) => {
      const before = points[index - 1];
      return before !== undefined && before.time === time - 1 && before.units !== units;
    })
    .map(({ time }) => time);
  if (jumps.length > 2) return jumps;
  const parts = Array.from({ length: PARTS - 1 }, (_, index) =>
    Math.floor(begins + ((ends - begins) * (index + 1)) / PARTS),
  );
  return [...jumps, ...parts];
}
