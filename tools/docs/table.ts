/** A Markdown table; the columns named are set to the right. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [
    line(header),
    `|${header.map((_, column) => (right.includes(column) ? "---:" : "---")).join("|")}|`,
    ...rows.map(line),
  ].join("\n");
}

function escapeCell(cell: string): string {
  return cell.replaceAll("|", "\\|");
}
