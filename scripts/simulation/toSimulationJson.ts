import { formatUnits } from "viem";
import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { marginOf } from "./marginOf.ts";
import { profitOf } from "./profitOf.ts";
import type { OperatorSums, SaleMargin, Simulation } from "./Simulation.ts";

/** What `simulate --json` prints of one terms file. */
export function toSimulationJson(simulation: Simulation) {
  const { file, name, sales, refused, refunds, rows, sums, periods, start, period } = simulation;
  const show = showFor(simulation);
  return {
    ...{ terms: file, name, sales },
    rows: rows.map(({ party, source, currency, amount }) => ({
      ...{ party, source },
      ...show(currency, amount),
    })),
    residual: [...sums].map(([currency, { residual }]) => show(currency, residual)),
    // Of one currency; several cannot be added up.
    margin: sums.size === 1 ? toFraction([...sums.values()].map(marginOf)[0]) : null,
    margins: [...sums].map(([currency, one]) => toSums(simulation, currency, one)),
    perSale: {
      mean: toFraction(simulation.meanMargin),
      lowest: toFraction(simulation.worstSale?.margin),
      highest: toFraction(simulation.bestSale?.margin),
      counts: simulation.marginCounts,
    },
    worstSale: toSale(simulation, simulation.worstSale),
    refunds,
    refused,
    periods: [...periods].map(([number, currencies]) => ({
      period: number,
      starts: toTime(start + number * period),
      ends: toTime(start + (number + 1) * period),
      rows: rows.flatMap(({ party, source, currency, periods: own }) => {
        const amount = own.get(number);
        return amount === undefined ? [] : [{ party, source, ...show(currency, amount) }];
      }),
      margins: [...currencies].map(([currency, one]) => toSums(simulation, currency, one)),
    })),
  };
}

function toSums(simulation: Simulation, currency: number, sums: OperatorSums) {
  const symbol = simulation.symbols[currency] ?? "";
  const units = (amount: bigint) => formatUnits(amount, decimalsOf(symbol));
  return {
    currency: symbol,
    revenue: units(sums.revenue),
    bonuses: units(sums.bonuses),
    residual: units(sums.residual),
    reserve: units(sums.reserve),
    amount: units(profitOf(sums)),
    margin: toFraction(marginOf(sums)),
  };
}

function toSale(simulation: Simulation, sale: SaleMargin | undefined) {
  if (sale === undefined) return null;
  const symbol = simulation.symbols[sale.currency] ?? "";
  const units = (amount: bigint) => formatUnits(amount, decimalsOf(symbol));
  return {
    sale: sale.sale,
    kind: sale.kind,
    currency: symbol,
    amount: units(sale.amount),
    paid: units(sale.amount - sale.left),
    margin: toFraction(sale.margin),
  };
}

function showFor({ symbols }: Simulation) {
  return (currency: number, amount: bigint) => {
    const symbol = symbols[currency] ?? "";
    return { currency: symbol, amount: formatUnits(amount, decimalsOf(symbol)) };
  };
}

/** "0.425" of 425,000 millionths. */
function toFraction(millionths: number | undefined): string | null {
  return millionths === undefined ? null : formatUnits(BigInt(millionths), 6);
}

function toTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}
