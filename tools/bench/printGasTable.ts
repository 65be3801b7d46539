import type { GasRow } from "./gasBars.ts";

/** Figures of others, measured on the same EVM rules, to read ours beside. */
const OTHERS: readonly GasRow[] = [
  { operation: "0xSplits v2.2 PullSplit distribute, N=100, ETH", gas: 996_895 },
  { operation: "0xSplits v2.2 PullSplit distribute, N=100, ERC-20", gas: 1_011_124 },
  { operation: "0xSplits v2.2 PullSplit withdraw, ETH", gas: 40_027 },
  { operation: "0xSplits v2.2 PullSplit withdraw, ERC-20", gas: 49_462 },
  { operation: "0xSplits v2.2 PushSplit distribute, N=100, ETH", gas: 1_114_267 },
  { operation: "0xSplits v2.2 PushSplit distribute, N=100, ERC-20", gas: 1_098_247 },
];

/** Prints a table to standard error and the same as one JSON document to standard output. */
export function printGasTable(rows: readonly GasRow[]): void {
  const line = ({ operation, gas, bar }: GasRow): string => {
    const figure = Math.round(gas).toLocaleString("en-US").padStart(11);
    if (bar === undefined) return `${operation.padEnd(52)}${figure}`;
    const verdict = gas <= bar ? "ok" : `over by ${((gas / bar - 1) * 100).toFixed(1)} %`;
    return `${operation.padEnd(52)}${figure}  ≤ ${bar.toLocaleString("en-US").padStart(7)}  ${verdict}`;
  };
  const table = [...rows.map(line), "", "Measured elsewhere:", ...OTHERS.map(line)];
  process.stderr.write(`${table.join("\n")}\n`);
  process.stdout.write(`${JSON.stringify({ measured: rows, others: OTHERS }, null, 2)}\n`);
}
