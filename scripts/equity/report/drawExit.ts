import { scaleLinear } from "d3-scale";
import { formatUnits } from "viem";
import { escapeHtml } from "../../files/html/escapeHtml.ts";
import type { Band } from "./Band.ts";
import type { ExitPrices } from "./exitPrices.ts";
import { spreadOut } from "./spreadOut.ts";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [960, 340, 80, 190, 34, 26];
/** From one line of text to the next. */
const LINE = 15;

/** Who has what of an exit, by its price: parts one above the other, which together are the price. */
export function drawExit(exit: ExitPrices, bands: readonly Band[], label: string): string {
  const { rows, hurdles, symbol, decimals } = exit;
  const far = (amount: bigint) => Number(formatUnits(amount, decimals));
  const most = far(rows.at(-1)?.amount ?? 0n);
  const x = scaleLinear([0, most], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]);
  let below = rows.map(() => 0n);
  const stacked = bands.map((band) => {
    const above = below.map((amount, index) => amount + (band.amounts[index] ?? 0n));
    const edge = (amounts: readonly bigint[]) =>
      amounts.map(
        (amount, index) => `${at(x(far(rows[index]?.amount ?? 0n)))},${at(y(far(amount)))}`,
      );
    const shape = [...edge(above), ...edge(below).toReversed()].join(" ");
    const middle = (y(far(above.at(-1) ?? 0n)) + y(far(below.at(-1) ?? 0n))) / 2;
    below = above;
    const area = `<polygon points="${shape}" fill="${band.color}" fill-opacity="0.75" stroke="var(--ground)"><title>${escapeHtml(band.name)}</title></polygon>`;
    return { area, middle, band };
  });
  const places = spreadOut(
    stacked.map(({ middle }) => middle + 4),
    LINE,
    HEIGHT - BOTTOM,
  );
  const names = stacked.map(({ band, middle }, index) => {
    const text = places[index] ?? middle;
    const edge = WIDTH - RIGHT;
    const line = `<path d="M${edge} ${at(middle)}L${edge + 12} ${at(text - 4)}" fill="none" stroke="${band.color}" stroke-width="2"/>`;
    return `${line}<text x="${edge + 18}" y="${at(text)}">${escapeHtml(band.name)}</text>`;
  });
  const ticks = x.ticks(6).map((tick) => {
    const place = at(x(tick));
    return `<text class="soft" x="${place}" y="${HEIGHT - 8}" text-anchor="middle">${short(tick)}</text>`;
  });
  const rules = y.ticks(5).map((tick) => {
    const place = at(y(tick));
    return `<line class="rule" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${place}" y2="${place}"/><text class="soft" x="${LEFT - 8}" y="${place}" text-anchor="end">${short(tick)}</text>`;
  });
  const crossings = hurdles
    .filter(({ amount }) => far(amount) <= most)
    .map(({ amount, classes }) => {
      const place = at(x(far(amount)));
      const words = `class ${classes.join(", ")} from ${short(far(amount))} ${symbol} on`;
      const anchor = far(amount) > most * 0.6 ? "end" : "start";
      return `<line x1="${place}" x2="${place}" y1="${TOP - 8}" y2="${HEIGHT - BOTTOM}" stroke="var(--ink)" stroke-dasharray="2 4"/><text class="soft" x="${place}" y="${TOP - 14}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
    });
  const said = escapeHtml(`${label}, in ${symbol}, by the money that arrives`);
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${said}">${rules.join("")}${stacked.map(({ area }) => area).join("")}${crossings.join("")}${ticks.join("")}${names.join("")}</svg>`;
}

/** A length in a picture. */
function at(length: number): string {
  return length.toFixed(1);
}

/** "1.5M": beside the picture stands a table. */
function short(amount: number): string {
  return amount.toLocaleString("en", { notation: "compact", maximumFractionDigits: 2 });
}
