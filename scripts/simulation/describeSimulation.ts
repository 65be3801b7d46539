import { formatUnits } from "viem";
import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { counted } from "../../core/text/counted.ts";
import { formatIsoTime } from "../../core/text/formatIsoTime.ts";
import { formatTable } from "../../core/text/formatTable.ts";
import { printable } from "../../core/text/printable.ts";
import { formatMargin } from "./formatMargin.ts";
import { marginOf } from "./marginOf.ts";
import { profitOf } from "./profitOf.ts";
import type { OperatorSums, Simulation } from "./Simulation.ts";

/** More than a person reads; `--json` has them all. */
const MOST_ROWS = 60;

/** What terms would have paid, for people. */
export function describeSimulation(simulation: Simulation): string {
  return [
    `${printable(simulation.name)} (${printable(simulation.file)}): ${describeCounts(simulation)}`,
    rowsTable(simulation),
    `The operator's part\n\n${sumsTable(simulation)}`,
    describeSales(simulation),
    `By period\n\n${periodsTable(simulation)}`,
    ...simulation.refused.first
      .slice(0, 3)
      .map(({ sale, reason }) => `Not posted: ${sale}. ${reason}`),
  ].join("\n\n");
}

function describeCounts({ sales, refused, refunds }: Simulation): string {
  const notPosted = refused.count === 0 ? "" : `, ${refused.count} that cannot be posted`;
  const late = refunds.tooLate === 0 ? "" : `, ${refunds.tooLate} too late`;
  return `${counted(sales, "sale")}${notPosted}; ${counted(refunds.applied, "refund")}${late}.`;
}

function rowsTable(simulation: Simulation): string {
  const rows = simulation.rows.map(({ party, source, currency, amount }) => [
    printable(party),
    printable(source),
    ...show(simulation, currency, amount),
  ]);
  return shorten(["party", "source", "currency", "amount"], rows, 3);
}

function sumsTable(simulation: Simulation): string {
  const rows = [...simulation.sums].map(([currency, sums]) => toCells(simulation, currency, sums));
  return formatTable(
    ["currency", "revenue", "bonuses", "residual", "reserve", "left", "margin"],
    rows,
    1,
  );
}

/** Of each period its sums, then what each party has of it. */
function periodsTable(simulation: Simulation): string {
  const { start, period: length } = simulation;
  const rows = [...simulation.periods].flatMap(([period, currencies]) => {
    const begins = formatIsoTime(start + period * length);
    const parties = simulation.rows.flatMap(({ party, source, currency, periods }) => {
      const amount = periods.get(period);
      if (amount === undefined) return [];
      const cells = [printable(party), printable(source), ...show(simulation, currency, amount)];
      return [[String(period), begins, ...cells]];
    });
    const operator = [...currencies].map(([currency, sums]) => {
      const cells = show(simulation, currency, profitOf(sums));
      const margin = `margin ${formatMargin(marginOf(sums))}`;
      return [String(period), begins, "operator", margin, ...cells];
    });
    return [...parties, ...operator];
  });
  return shorten(["period", "from", "party", "source", "currency", "amount"], rows, 5);
}

function describeSales({ meanMargin, worstSale, bestSale, symbols }: Simulation): string {
  if (worstSale === undefined) return "No sale brought revenue.";
  const { sale, kind, amount, left, margin, currency } = worstSale;
  const symbol = symbols[currency] ?? "";
  const units = (sum: bigint) => formatUnits(sum, decimalsOf(symbol));
  return [
    `A sale leaves the operator ${formatMargin(meanMargin)} on average, between ${formatMargin(margin)} and ${formatMargin(bestSale?.margin)}.`,
    `The worst sale is ${printable(sale)} (${printable(kind)}): ${units(amount - left)} of ${units(amount)} ${symbol} paid out.`,
  ].join("\n");
}

function toCells(simulation: Simulation, currency: number, sums: OperatorSums): string[] {
  const symbol = simulation.symbols[currency] ?? "";
  const units = (amount: bigint) => formatUnits(amount, decimalsOf(symbol));
  const { revenue, bonuses, residual, reserve } = sums;
  const amounts = [revenue, bonuses, residual, reserve, profitOf(sums)].map(units);
  return [symbol, ...amounts, formatMargin(marginOf(sums))];
}

function show({ symbols }: Simulation, currency: number, amount: bigint): [string, string] {
  const symbol = symbols[currency] ?? "";
  return [symbol, formatUnits(amount, decimalsOf(symbol))];
}

function shorten(header: readonly string[], rows: readonly string[][], text: number): string {
  const table = formatTable(header, rows.slice(0, MOST_ROWS), text);
  const left = rows.length - MOST_ROWS;
  return left > 0 ? `${table}\n… and ${left} more: --json has them all.` : table;
}
