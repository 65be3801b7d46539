import { escapeHtml } from "../../files/html/escapeHtml.ts";
import type { Source } from "./Source.ts";

/** Which colour is whose. */
export function drawLegend(sources: readonly Source[]): string {
  const items = sources.map(
    ({ name, color }) =>
      `<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" fill="${color}"/></svg> ${escapeHtml(name)}</li>`,
  );
  return `<ul class="legend">${items.join("")}</ul>`;
}
