import type { GasRow } from "./gasBars.ts";
import { SPLITS } from "./SPLITS.ts";

/** Prints a table to standard error and the same as one JSON document to standard output. */
export function printGasTable(rows: readonly GasRow[]): void {
  const line = ({ operation, gas, bar }: GasRow): string => {
    const figure = Math.round(gas).toLocaleString("en-US").padStart(11);
    if (bar === undefined) return `${operation.padEnd(52)}${figure}`;
    const verdict = gas <= bar ? "ok" : `over by ${((gas / bar - 1) * 100).toFixed(1)} %`;
    return `${operation.padEnd(52)}${figure}  ≤ ${bar.toLocaleString("en-US").padStart(7)}  ${verdict}`;
  };
  const table = [
    ...rows.map(line),
    "",
    "0xSplits v2.2, 100 recipients, measured elsewhere:",
    ...SPLITS.map(line),
  ];
  process.stderr.write(`${table.join("\n")}\n`);
  process.stdout.write(`${JSON.stringify({ measured: rows, others: SPLITS }, null, 2)}\n`);
}
