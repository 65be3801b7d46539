import { escapeHtml } from "../../files/html/escapeHtml.ts";

/** A table whose columns are numbers from one on. */
export function drawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbersFrom: number,
): string {
  const amount = (column: number) => (column >= numbersFrom ? ' class="amount"' : "");
  const heads = head.map(
    (text, column) => `<th scope="col"${amount(column)}>${escapeHtml(text)}</th>`,
  );
  const lines = rows.map((cells) => {
    const drawn = cells.map((text, column) => `<td${amount(column)}>${escapeHtml(text)}</td>`);
    return `<tr>${drawn.join("")}</tr>`;
  });
  return `<div class="scroll" tabindex="0"><table><thead><tr>${heads.join("")}</tr></thead><tbody>${lines.join("\n")}</tbody></table></div>`;
}
