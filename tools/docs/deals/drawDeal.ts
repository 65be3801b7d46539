import { formatUnits } from "viem";
import { decimalsOf } from "../../../core/currency/decimalsOf.ts";
import type { DealPart } from "./partsOf.ts";
import type { Deal } from "./readDeal.ts";

const WIDTH = 760;
const LEFT = 150;
const RIGHT = 330;
const BAR = 10;
/** From one line of text to the next. */
const LINE = 17;
const GAP = 4;
const TOP = 14;

/** Colours by stage, for light and dark pages; all texts meet WCAG AA on GitHub's grounds. */
const STYLE = `
    text { font: 13px ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; fill: #0f1a1c }
    .who { font-weight: 600 } .how { fill: #4d5d60; font-size: 12px } .none { fill: none; stroke: #7d8c8e; stroke-dasharray: 3 4 }
    .band { opacity: .3 } .standing { fill: #b45309 } .gross { fill: #0b6b66 } .net { fill: #1d4ed8 } .referral { fill: #7e22ce } .residual { fill: #64748b }
    @media (prefers-color-scheme: dark) {
      text { fill: #ecf2f2 } .how { fill: #a3b3b5 } .none { stroke: #6a7c80 }
      .band { opacity: .4 } .standing { fill: #f59e0b } .gross { fill: #5ad1c6 } .net { fill: #7aa2ff } .referral { fill: #c792ea } .residual { fill: #94a3b8 }
    }`;

interface Row {
  readonly part: DealPart;
  readonly who: string;
  readonly amount: bigint;
}

/** The deal as an SVG: one sale on the left, each part that the terms know on the right, as thick as what it gets of that sale. */
export function drawDeal(deal: Deal, parts: readonly DealPart[]): string {
  const { sale } = deal;
  const rows = parts.flatMap((part) => rowsOf(deal, part));
  const full = sumOf(rows.map(({ part }) => wordsHeight(part)));
  const thick = (amount: bigint) => (full * Number((amount * 10_000n) / sale.amount)) / 10_000;
  const show = (amount: bigint) => formatUnits(amount, decimalsOf(sale.currency));
  // What stands on the left is as high as all bands together; rows with thick bands make the right side higher.
  const room = ({ part, amount }: Row) => Math.max(wordsHeight(part), thick(amount) + GAP);
  const height = sumOf(rows.map(room)) + 2 * TOP;
  const start = (height - full) / 2;

  let from = start;
  let to = TOP;
  const drawn = rows.map((row) => {
    const band = thick(row.amount);
    const middle = to + room(row) / 2;
    const shape = band === 0 ? drawNone(middle) : drawBand(row.part, from, middle - band / 2, band);
    from += band;
    to += room(row);
    return `  ${shape}\n${drawWords(row, middle, row.amount === 0n ? "–" : show(row.amount))}`;
  });
  const middle = start + full / 2;
  const left = [
    `${show(sale.amount)} ${sale.currency}`,
    `${escapeText(sale.kind.replaceAll("_", " "))}`,
    escapeText(sale.id),
  ].map((text, index) => {
    const y = round(middle - 8 + index * LINE);
    return `  <text class="${index === 0 ? "who" : "how"}" x="${LEFT - 12}" y="${y}" text-anchor="end">${text}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${round(height)}" role="img">
  <title>${escapeText(deal.file.name)}: who gets what of one sale</title>
  <style>${STYLE}
  </style>
${left.join("\n")}
  <rect class="residual" x="${LEFT - BAR + 2}" y="${round(start)}" width="${BAR}" height="${round(from - start)}"/>
${drawn.join("\n")}
</svg>
`;
}

function drawNone(middle: number): string {
  return `<path class="none" d="M${RIGHT - 24} ${round(middle)}H${RIGHT + BAR}"/>`;
}

function drawBand({ stage }: DealPart, from: number, to: number, band: number): string {
  const x = LEFT + 2;
  const bend = (x + RIGHT) / 2;
  const [a, b, c, d] = [from, to, to + band, from + band].map(round);
  const shape = `M${x} ${a}C${bend} ${a} ${bend} ${b} ${RIGHT} ${b}V${c}C${bend} ${c} ${bend} ${d} ${x} ${d}Z`;
  return `<path class="band ${stage}" d="${shape}"/><rect class="${stage}" x="${RIGHT}" y="${b}" width="${BAR}" height="${round(band)}"/>`;
}

function drawWords({ part, who }: Row, middle: number, amount: string): string {
  const y = middle - (part.rate.length * LINE) / 2 + 4;
  const how = part.rate.map(
    (text, index) =>
      `  <text class="how" x="${RIGHT + 22}" y="${round(y + (index + 1) * LINE)}">${escapeText(text)}</text>`,
  );
  return [
    `  <text class="who" x="${RIGHT + 22}" y="${round(y)}">${escapeText(who)}</text><text class="who" x="${WIDTH - 8}" y="${round(y)}" text-anchor="end">${amount}</text>`,
    ...how,
  ].join("\n");
}

function wordsHeight({ rate }: DealPart): number {
  return (rate.length + 1) * LINE + 12;
}

/** A part's lines of the sale; a part that this sale does not pay stands there without any. */
function rowsOf({ lines, file }: Deal, part: DealPart): Row[] {
  const name = part.source === "residual" ? "operator" : part.source;
  const own = lines.filter(({ source, amount }) => source === part.source && amount > 0n);
  if (own.length === 0) return [{ part, who: name, amount: 0n }];
  const isRole = file.roles?.[part.source] !== undefined;
  return own.map(({ partner, amount }) => ({
    part,
    who: isRole ? `${partner}, ${part.source}` : name,
    amount,
  }));
}

function sumOf(lengths: readonly number[]): number {
  return lengths.reduce((all, one) => all + one, 0);
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
