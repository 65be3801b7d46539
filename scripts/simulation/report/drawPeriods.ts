import { scaleLinear } from "d3-scale";
import { sum } from "../../../core/money/sum.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { escapeHtml } from "../../files/html/escapeHtml.ts";
import { profitOf } from "../profitOf.ts";
import type { Simulation } from "../Simulation.ts";
import { formatRounded } from "./formatRounded.ts";
import { OPERATOR, type Source } from "./Source.ts";
import { toNumber } from "./toNumber.ts";

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [960, 260, 90, 24];

/** More periods than these are drawn several to a bar. */
const MOST_BARS = 60;

interface Part {
  readonly source: Source;
  readonly amount: bigint;
}

/** What each source and the operator had of each period, in one currency, as stacked bars. */
export function drawPeriods(
  simulation: Simulation,
  currency: number,
  sources: readonly Source[],
): string {
  const symbol = simulation.symbols[currency] ?? "";
  const bars = barsOf(simulation, currency, sources);
  const highest = Math.max(0, ...bars.map(({ parts }) => toNumber(sumOfAmounts(parts), symbol)));
  if (highest === 0) return "";
  const y = scaleLinear([0, highest], [HEIGHT - BOTTOM, 8]);
  const step = (WIDTH - LEFT) / bars.length;
  const drawn = bars.map(({ label, parts }, index) => {
    const x = LEFT + index * step;
    let below = 0n;
    const boxes = parts.map(({ source, amount }) => {
      const [from, to] = [y(toNumber(below, symbol)), y(toNumber(below + amount, symbol))];
      below += amount;
      const title = `${label}, ${source.name}: ${formatRounded(amount, symbol)}`;
      return `<rect x="${x.toFixed(1)}" y="${to.toFixed(1)}" width="${(step * 0.8).toFixed(1)}" height="${(from - to).toFixed(1)}" fill="${source.color}"><title>${escapeHtml(title)}</title></rect>`;
    });
    const shown = index % Math.ceil(bars.length / 8) === 0;
    const text = `<text class="soft" x="${x.toFixed(1)}" y="${HEIGHT - 6}">${label}</text>`;
    return `${boxes.join("")}${shown ? text : ""}`;
  });
  const ticks = y.ticks(4).map((tick) => {
    const at = y(tick).toFixed(1);
    return `<line class="rule" x1="${LEFT}" x2="${WIDTH}" y1="${at}" y2="${at}"/><text class="soft" x="${LEFT - 8}" y="${at}" text-anchor="end">${tick.toLocaleString("en")}</text>`;
  });
  const label = `By period, in ${escapeHtml(symbol)}`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${ticks.join("")}${drawn.join("")}</svg>`;
}

function barsOf(simulation: Simulation, currency: number, sources: readonly Source[]) {
  const { periods, start, period: length } = simulation;
  const numbers = [...periods].filter(([, sums]) => sums.has(currency)).map(([number]) => number);
  const first = numbers[0] ?? 0;
  const together = Math.ceil(((numbers.at(-1) ?? 0) - first + 1) / MOST_BARS);
  const groups = Map.groupBy(numbers, (number) => Math.floor((number - first) / together));
  return [...groups].map(([group, own]) => ({
    label: formatIsoTime(start + (first + group * together) * length).slice(0, 10),
    parts: sources.map(
      (source): Part => ({
        source,
        amount: sum(own.map((number) => amountOf(simulation, currency, source, number))),
      }),
    ),
  }));
}

/** Nothing below zero can be stacked: a period in which the operator paid in shows the others alone. */
function amountOf(simulation: Simulation, currency: number, { name }: Source, period: number) {
  if (name === OPERATOR.name) {
    const sums = simulation.periods.get(period)?.get(currency);
    const left = sums === undefined ? 0n : profitOf(sums);
    return left > 0n ? left : 0n;
  }
  const rows = simulation.rows.filter((row) => row.currency === currency && row.source === name);
  const all = sum(rows.map(({ periods }) => periods.get(period) ?? 0n));
  return all > 0n ? all : 0n;
}
