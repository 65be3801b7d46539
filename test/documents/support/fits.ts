/** Whether a text is what a document says, where "…" stands for anything; blanks count once. */
export function fits(said: string, printed: string): boolean {
  const parts = squeeze(said).split("…").map(escapePattern);
  return new RegExp(`^${parts.join("[^]*")}$`).test(squeeze(printed));
}

function squeeze(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
