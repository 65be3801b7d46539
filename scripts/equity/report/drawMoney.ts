import { formatUnits } from "viem";
import type { GrantEarnings } from "../../../core/equity/earningsOf.ts";
import type { FileCurrency } from "../../../core/terms/TermsReader.ts";
import { groupDigits } from "../../../core/text/groupDigits.ts";
import { escapeHtml } from "../../files/html/escapeHtml.ts";
import type { Source } from "../../simulation/report/Source.ts";

const [WIDTH, HEIGHT] = [960, 16];

/** What can become of what a grant earned, in the order in which it does. */
export const STATES: readonly (Source & { readonly name: keyof GrantEarnings })[] = [
  { name: "paid", color: "var(--c2)" },
  { name: "payable", color: "var(--c0)" },
  { name: "owed", color: "var(--c1)" },
  { name: "held", color: "var(--left)" },
];

/** What was paid, is payable, is owed and is held of all that a grant earned in one currency, as a bar; nothing where it earned nothing. */
export function drawMoney(earnings: GrantEarnings, { symbol, decimals }: FileCurrency): string {
  const far = (amount: bigint) => Number(formatUnits(amount, decimals));
  const all = STATES.reduce((sum, { name }) => sum + far(earnings[name]), 0);
  if (all === 0) return "";
  let x = 0;
  const boxes = STATES.map(({ name, color }) => {
    const width = (far(earnings[name]) / all) * WIDTH;
    const title = `${name}: ${groupDigits(formatUnits(earnings[name], decimals))} ${symbol}`;
    const box = `<rect x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="${HEIGHT}" fill="${color}"><title>${escapeHtml(title)}</title></rect>`;
    x += width;
    return box;
  });
  const label = escapeHtml(`What became of what it earned in ${symbol}`);
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${boxes.join("")}</svg>`;
}
