/** A text, or several of which one has to fit; `*` stands for anything. */
export type Patterns = string | readonly string[];

const known = new Map<string, RegExp>();

/** Whether a text fits one of some patterns, however the accents of both are composed. */
export function fits(text: string, patterns: Patterns): boolean {
  const list = typeof patterns === "string" ? [patterns] : patterns;
  const composed = text.normalize("NFC");
  return list.some((pattern) => toExpression(pattern).test(composed));
}

function toExpression(pattern: string): RegExp {
  const kept = known.get(pattern);
  if (kept !== undefined) return kept;
  const parts = pattern
    .normalize("NFC")
    .split("*")
    .map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  // Lazy and with no choice between its parts, so that no text takes long.
  const expression = new RegExp(`^${parts.join("[^]*?")}$`, "u");
  known.set(pattern, expression);
  return expression;
}
