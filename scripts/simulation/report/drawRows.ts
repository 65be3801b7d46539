import { formatUnits } from "viem";
import { decimalsOf } from "../../../core/currency/decimalsOf.ts";
import { escapeHtml } from "../../files/html/escapeHtml.ts";
import type { Simulation } from "../Simulation.ts";

const MOST_ROWS = 500;

/** Every amount in digits. */
export function drawRows({ rows, symbols }: Simulation): string {
  const lines = rows.slice(0, MOST_ROWS).map(({ party, source, currency, amount }) => {
    const symbol = symbols[currency] ?? "";
    const cells = [party, source, symbol].map((text) => `<td>${escapeHtml(text)}</td>`);
    return `<tr>${cells.join("")}<td class="amount">${formatUnits(amount, decimalsOf(symbol))}</td></tr>`;
  });
  const left = rows.length - MOST_ROWS;
  const more = left > 0 ? `<p>… and ${left} more: simulate --json has them all.</p>` : "";
  return `<div class="scroll"><table><thead><tr><th>Party</th><th>Source</th><th>Currency</th><th class="amount">Amount</th></tr></thead><tbody>${lines.join("")}</tbody></table></div>${more}`;
}
