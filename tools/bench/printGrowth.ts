import { type GasSeries, growthOf } from "./GasSeries.ts";

/** Prints what operations cost by the number of something, to standard error. */
export function printGrowth(series: readonly GasSeries[]): void {
  const lines = series.map((one) => {
    const points = one.points.map(({ n, gas }) => `${n}: ${gas.toLocaleString("en-US")}`);
    const growth = growthOf(one);
    const reason = growth === "linear" ? `linear: ${one.because ?? "NO REASON NAMED"}` : growth;
    return `${`${one.operation}, by ${one.of}`.padEnd(64)}${points.join(" · ").padEnd(60)}${reason}`;
  });
  process.stderr.write(`\n${lines.join("\n")}\n`);
}
