import type { GasRow } from "./gasBars.ts";
import { SPLITS } from "./SPLITS.ts";

/** Prints a table to standard error and the same as one JSON document to standard output. */
export function printGasTable(rows: readonly GasRow[]): void {
  const table = [
    `${"".padEnd(76)}${"today".padStart(11)}${"ahead".padStart(11)}`,
    ...rows.map(showRow),
    "",
    "0xSplits v2.2, 100 recipients, measured elsewhere:",
    ...SPLITS.map(showRow),
  ];
  process.stderr.write(`${table.join("\n")}\n`);
  process.stdout.write(`${JSON.stringify({ measured: rows, others: SPLITS }, null, 2)}\n`);
}

function showRow({ operation, gas, repriced, bar }: GasRow): string {
  const figures = [gas, repriced].map((figure) => show(figure).padStart(11)).join("");
  const line = `${operation.padEnd(76)}${figures}`;
  if (bar === undefined) return line;
  const verdict = gas <= bar ? "ok" : `over by ${((gas / bar - 1) * 100).toFixed(1)} %`;
  return `${line}  ≤ ${show(bar).padStart(7)}  ${verdict}`;
}

function show(figure: number | undefined): string {
  return figure === undefined ? "" : Math.round(figure).toLocaleString("en-US");
}
