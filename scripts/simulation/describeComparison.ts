import { formatUnits } from "viem";
import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { sumOfAmounts } from "../../core/money/sumOfAmounts.ts";
import { formatTable } from "../../core/text/formatTable.ts";
import { printable } from "../../core/text/printable.ts";
import { formatMargin } from "./formatMargin.ts";
import { marginOf } from "./marginOf.ts";
import { profitOf } from "./profitOf.ts";
import type { OperatorSums, Simulation } from "./Simulation.ts";

const NOTHING: OperatorSums = { revenue: 0n, bonuses: 0n, residual: 0n, reserve: 0n };

/** Several terms side by side: what each leaves the operator, and what each pays whom. */
export function describeComparison(simulations: readonly Simulation[]): string {
  const symbols = [...new Set(simulations.flatMap(symbolsOf))];
  const header = ["", "currency", ...simulations.map(({ file }) => printable(file))];
  const rows = symbols.flatMap((symbol) => [
    line("revenue", symbol, simulations, (one) => units(symbol, sumsOf(one, symbol).revenue)),
    line("operator", symbol, simulations, (one) => units(symbol, profitOf(sumsOf(one, symbol)))),
    line("margin", symbol, simulations, (one) => formatMargin(marginOf(sumsOf(one, symbol)))),
    ...partiesOf(simulations, symbol).map((party) =>
      line(printable(party), symbol, simulations, (one) =>
        units(symbol, earnedBy(one, party, symbol)),
      ),
    ),
  ]);
  const worst = line("worst sale", "", simulations, (one) => formatMargin(one.worstSale?.margin));
  return formatTable(header, [...rows, worst], 2);
}

function line(
  name: string,
  symbol: string,
  simulations: readonly Simulation[],
  cell: (simulation: Simulation) => string,
): string[] {
  return [name, symbol, ...simulations.map(cell)];
}

function symbolsOf({ sums, symbols }: Simulation): string[] {
  return [...sums.keys()].map((currency) => symbols[currency] ?? "");
}

function sumsOf({ sums, symbols }: Simulation, symbol: string): OperatorSums {
  return sums.get(symbols.indexOf(symbol)) ?? NOTHING;
}

function partiesOf(simulations: readonly Simulation[], symbol: string): string[] {
  return [
    ...new Set(
      simulations.flatMap(({ rows, symbols }) =>
        rows.filter(({ currency }) => symbols[currency] === symbol).map(({ party }) => party),
      ),
    ),
  ];
}

function earnedBy({ rows, symbols }: Simulation, party: string, symbol: string): bigint {
  const own = rows.filter((row) => row.party === party && symbols[row.currency] === symbol);
  return sumOfAmounts(own);
}

function units(symbol: string, amount: bigint): string {
  return formatUnits(amount, decimalsOf(symbol));
}
