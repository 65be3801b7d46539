import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import { escapeHtml } from "../../files/html/escapeHtml.ts";
import { formatMargin } from "../formatMargin.ts";
import { marginOf } from "../marginOf.ts";
import { profitOf } from "../profitOf.ts";
import type { Simulation } from "../Simulation.ts";
import { formatRounded } from "./formatRounded.ts";
import { OPERATOR, type Source } from "./Source.ts";
import { toNumber } from "./toNumber.ts";

const [WIDTH, ROW, BAR, LABEL] = [960, 56, 26, 8];

/** The parts of the revenue in one currency under each of several terms, as bars of one length. */
export function drawComparison(
  simulations: readonly Simulation[],
  symbol: string,
  sources: readonly Source[],
): string {
  const rows = simulations.flatMap((simulation, index) => {
    const currency = simulation.symbols.indexOf(symbol);
    const sums = simulation.sums.get(currency);
    if (sums === undefined) return [];
    const title = `${simulation.name} (${simulation.file}): margin ${formatMargin(marginOf(sums))}`;
    const heading = `<text x="0" y="${index * ROW + 14}">${escapeHtml(title)}</text>`;
    return [`${heading}${drawBar(simulation, currency, sources, index * ROW + 14 + LABEL)}`];
  });
  const label = `Comparison in ${escapeHtml(symbol)}`;
  return `<svg viewBox="0 0 ${WIDTH} ${simulations.length * ROW}" role="img" aria-label="${label}">${rows.join("")}</svg>`;
}

function drawBar(
  simulation: Simulation,
  currency: number,
  sources: readonly Source[],
  y: number,
): string {
  const symbol = simulation.symbols[currency] ?? "";
  const parts = sources.map((source) => ({
    source,
    amount: amountOf(simulation, currency, source),
  }));
  const total = parts.reduce((sum, { amount }) => sum + toNumber(amount, symbol), 0);
  let x = 0;
  const boxes = parts.map(({ source, amount }) => {
    const width = total === 0 ? 0 : (toNumber(amount, symbol) / total) * WIDTH;
    const title = `${source.name}: ${formatRounded(amount, symbol)}`;
    const box = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${source.color}"><title>${escapeHtml(title)}</title></rect>`;
    x += width;
    return box;
  });
  return boxes.join("");
}

function amountOf(simulation: Simulation, currency: number, { name }: Source): bigint {
  if (name === OPERATOR.name) {
    const sums = simulation.sums.get(currency);
    const left = sums === undefined ? 0n : profitOf(sums);
    return left > 0n ? left : 0n;
  }
  return sumOfAmounts(
    simulation.rows.filter((row) => row.currency === currency && row.source === name),
  );
}
